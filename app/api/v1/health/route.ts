/** For load balancers and the command line: 200 while the database answers, 503 while it does not. */
import { databaseAnswers } from '../../../server/database-state.ts';
import { refuse } from '../../../server/endpoint.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  if (!(await databaseAnswers())) return refuse(503, 'databaseUnreachable');
  return Response.json({ status: 'ready' }, { headers: { 'cache-control': 'no-store' } });
}
