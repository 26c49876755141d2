/** A file of the model that serves an outcome, for a browser that computes itself. Audited, kept only if unchanged. */
import type { SignedIn } from '@praxis/db';
import { outcomes } from '@praxis/diagnosis';
import { getTranslations } from 'next-intl/server';
import { refuse } from '../server/endpoint.ts';
import { services } from '../server/services.ts';

interface SentFile {
  /** From the registry's folder and the model's hash; null where the model has no such file. */
  readonly read: (
    models: string,
    hash: string,
  ) => Promise<{ readonly sha256: string; readonly content: Uint8Array<ArrayBuffer> } | null>;
  readonly action: string;
  readonly contentType: string;
  /** Ending of the name under which it is kept. */
  readonly ending: string;
}

export async function sendModelFile(
  request: Request,
  person: SignedIn,
  asked: string,
  { read, action, contentType, ending }: SentFile,
): Promise<Response> {
  const outcome = outcomes.find((one) => one === asked);
  if (outcome === undefined) return refuse(404, 'notFound');
  const { models, environment, audit } = await services();
  const champion = await models.champion('diagnosis', outcome);
  if (champion === null) {
    const words = await getTranslations('diagnosis');
    const message = words('errors.modelNotReady', { outcome: words(`outcomes.${outcome}`) });
    return Response.json({ error: { code: 'modelNotReady', message } }, { status: 503 });
  }
  const file = await read(environment.models, champion);
  if (file === null) return refuse(404, 'notFound');
  await audit.record({
    userId: person.id,
    role: person.role,
    action,
    subjectType: 'model',
    subjectIds: [champion],
    detail: { outcome },
  });
  const headers = { etag: `"${file.sha256}"`, 'cache-control': 'private, no-cache' };
  if (request.headers.get('if-none-match') === headers.etag)
    return new Response(null, { status: 304, headers });
  return new Response(file.content, {
    headers: {
      ...headers,
      'content-type': contentType,
      'content-disposition': `attachment; filename="${outcome}${ending}"`,
    },
  });
}
