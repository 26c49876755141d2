/** POST: asks learners of the class for exercises. */
import { givenSet } from '@praxis/practice/ui';
import { classEndpoint } from '../../../../../../practice/class/class-endpoint.ts';
import { exerciseLanguage } from '../../../../../../practice/language.ts';

export const POST = classEndpoint(givenSet, async ({ classes, person, id, given }) => {
  const made = await classes.assign(person.id, id, given, await exerciseLanguage());
  if (!made.ok) return made;
  const detail = { set: made.value.id };
  return { ok: true, value: { action: 'practice.class.assign', learners: given.learners, detail } };
});
