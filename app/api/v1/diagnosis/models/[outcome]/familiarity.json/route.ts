/** GET: what the model that serves an outcome knows of the people it learned from, by which one unlike them is told. */
import { readFamiliarityFile } from '@praxis/core/serving';
import { sendModelFile } from '../../../../../../diagnosis/model-file.ts';
import { endpoint } from '../../../../../../server/endpoint.ts';
import { seePatients } from '../../../../../../server/permissions.ts';

export const GET = endpoint<{ outcome: string }>(seePatients, (request, { person, params }) =>
  sendModelFile(request, person, params.outcome, {
    read: readFamiliarityFile,
    action: 'diagnosis.familiarityFile',
    contentType: 'application/json',
    ending: '.familiarity.json',
  }),
);
