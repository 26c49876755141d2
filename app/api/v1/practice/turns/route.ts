/**
 * GET: the exercise in front of the learner, a new one where none is open. POST: one that was asked for, of a skill
 * or from today's reviews.
 */
import { givenStart } from '@praxis/practice/ui';
import { exerciseLanguage } from '../../../../practice/language.ts';
import { answered } from '../../../../practice/turn-endpoint.ts';
import { auditRead } from '../../../../server/access.ts';
import { endpoint, readBody } from '../../../../server/endpoint.ts';
import { practise } from '../../../../server/permissions.ts';
import { services } from '../../../../server/services.ts';

export const GET = endpoint(practise, async (_request, { person }) => {
  const { practice } = await services();
  await auditRead(person, 'practice.turn', { type: 'learner', ids: [person.id] });
  return answered(await practice.current(person.id, await exerciseLanguage()));
});

export const POST = endpoint(practise, async (request, { person }) => {
  const read = await readBody(request, givenStart);
  if (!read.ok) return read.response;
  const { wanted, leave } = read.body;
  const { practice } = await services();
  await auditRead(person, 'practice.turn', { type: 'learner', ids: [person.id] }, { wanted });
  return answered(await practice.start(person.id, wanted, leave, await exerciseLanguage()));
});
