/** POST: takes a learner into the class, by their email address. */
import { givenMember } from '@praxis/practice/ui';
import { classEndpoint } from '../../../../../../practice/class/class-endpoint.ts';

export const POST = classEndpoint(givenMember, async ({ classes, person, id, given }) => {
  const added = await classes.addMember(person.id, id, given.email);
  return added.ok
    ? { ok: true, value: { action: 'practice.class.addLearner', learners: [added.value.learner] } }
    : added;
});
