/** GET: the model that serves an outcome, as a file, for a browser that computes itself. Audited, kept only if unchanged. */
import { readModelFile } from '@praxis/core/serving';
import { outcomes } from '@praxis/diagnosis';
import { getTranslations } from 'next-intl/server';
import { endpoint, refuse } from '../../../../../../server/endpoint.ts';
import { seePatients } from '../../../../../../server/permissions.ts';
import { services } from '../../../../../../server/services.ts';

export const GET = endpoint<{ outcome: string }>(seePatients, async (request, { person, params }) => {
  const outcome = outcomes.find((one) => one === params.outcome);
  if (outcome === undefined) return refuse(404, 'notFound');
  const { models, environment, audit } = await services();
  const champion = await models.champion('diagnosis', outcome);
  if (champion === null) {
    const words = await getTranslations('diagnosis');
    const message = words('errors.modelNotReady', { outcome: words(`outcomes.${outcome}`) });
    return Response.json({ error: { code: 'modelNotReady', message } }, { status: 503 });
  }
  const { sha256, content } = await readModelFile(environment.models, champion);
  await audit.record({
    userId: person.id,
    role: person.role,
    action: 'diagnosis.modelFile',
    subjectType: 'model',
    subjectIds: [champion],
    detail: { outcome },
  });
  const headers = { etag: `"${sha256}"`, 'cache-control': 'private, no-cache' };
  if (request.headers.get('if-none-match') === headers.etag)
    return new Response(null, { status: 304, headers });
  return new Response(content, {
    headers: {
      ...headers,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${outcome}.onnx"`,
    },
  });
});
