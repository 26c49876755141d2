/** GET: the model that serves an outcome. */
import { readModelFile } from '@praxis/core/serving';
import { sendModelFile } from '../../../../../../diagnosis/model-file.ts';
import { endpoint } from '../../../../../../server/endpoint.ts';
import { seePatients } from '../../../../../../server/permissions.ts';

export const GET = endpoint<{ outcome: string }>(seePatients, (request, { person, params }) =>
  sendModelFile(request, person, params.outcome, {
    read: readModelFile,
    action: 'diagnosis.modelFile',
    contentType: 'application/octet-stream',
    ending: '.onnx',
  }),
);
