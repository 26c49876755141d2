/** GET: the exercise in front of the learner, a new one where none is open. */

import { exerciseLanguage } from '../../../../practice/language.ts';
import { answered } from '../../../../practice/turn-endpoint.ts';
import { auditRead } from '../../../../server/access.ts';
import { endpoint } from '../../../../server/endpoint.ts';
import { practise } from '../../../../server/permissions.ts';
import { services } from '../../../../server/services.ts';

export const GET = endpoint(practise, async (_request, { person }) => {
  const { practice } = await services();
  await auditRead(person, 'practice.turn', { type: 'learner', ids: [person.id] });
  return answered(await practice.current(person.id, await exerciseLanguage()));
});
