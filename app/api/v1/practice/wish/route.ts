/** GET: the learner's wish for difficulty, and what each wish would bring now. PUT: another wish, kept. */
import { givenTarget } from '@praxis/practice/ui';
import { exerciseLanguage } from '../../../../practice/language.ts';
import { auditRead } from '../../../../server/access.ts';
import { endpoint, readBody } from '../../../../server/endpoint.ts';
import { practise } from '../../../../server/permissions.ts';
import { services } from '../../../../server/services.ts';

const unstored = { headers: { 'cache-control': 'no-store' } };

export const GET = endpoint(practise, async (_request, { person }) => {
  const { practice } = await services();
  await auditRead(person, 'practice.wish', { type: 'learner', ids: [person.id] });
  return Response.json(await practice.wish(person.id, await exerciseLanguage()), unstored);
});

export const PUT = endpoint(practise, async (request, { person }) => {
  const read = await readBody(request, givenTarget);
  if (!read.ok) return read.response;
  const { practice } = await services();
  await auditRead(person, 'practice.wish', { type: 'learner', ids: [person.id] }, read.body);
  await practice.setWish(person.id, read.body.target);
  return Response.json(await practice.wish(person.id, await exerciseLanguage()), unstored);
});
