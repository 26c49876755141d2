/** Signing in and out. */
import { guarded } from '../../../server/endpoint.ts';
import { services } from '../../../server/services.ts';

export async function POST(request: Request): Promise<Response> {
  return guarded(async () => {
    const { accounts } = await services();
    return accounts.handle(request);
  });
}
