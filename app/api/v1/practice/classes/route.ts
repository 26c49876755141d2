/** POST: a new class of the teacher who asks. */
import { givenClass } from '@praxis/practice/ui';
import { endpoint, readBody } from '../../../../server/endpoint.ts';
import { teach } from '../../../../server/permissions.ts';
import { services } from '../../../../server/services.ts';

export const POST = endpoint(teach, async (request, { person }) => {
  const read = await readBody(request, givenClass);
  if (!read.ok) return read.response;
  const { classes, audit } = await services();
  const made = await classes.create(person.id, read.body.name);
  await audit.record({
    userId: person.id,
    role: person.role,
    action: 'practice.class.create',
    subjectType: 'class',
    subjectIds: [String(made.id)],
  });
  return Response.json(made, { status: 201, headers: { 'cache-control': 'no-store' } });
});
