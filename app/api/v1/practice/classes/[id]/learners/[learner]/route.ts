/** DELETE: takes a learner out of the class; what they did stays theirs. */
import { classEndpoint, noBody } from '../../../../../../../practice/class/class-endpoint.ts';

interface Params {
  readonly id: string;
  readonly learner: string;
}

export const DELETE = classEndpoint<typeof noBody, Params>(
  noBody,
  async ({ classes, person, id, params: { learner } }) => {
    const removed = await classes.removeMember(person.id, id, learner);
    return removed.ok
      ? { ok: true, value: { action: 'practice.class.removeLearner', learners: [learner] } }
      : removed;
  },
);
