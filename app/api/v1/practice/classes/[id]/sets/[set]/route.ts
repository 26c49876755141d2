/** DELETE: cancels a set; what was done of it stays. */
import { classEndpoint, noBody } from '../../../../../../../practice/class/class-endpoint.ts';
import { classNumber } from '../../../../../../../practice/class/class-number.ts';

interface Params {
  readonly id: string;
  readonly set: string;
}

export const DELETE = classEndpoint<typeof noBody, Params>(
  noBody,
  async ({ classes, person, id, params }) => {
    const set = classNumber(params.set);
    if (set === null) return { ok: false, error: { code: 'unknownSet' } };
    const cancelled = await classes.cancelSet(person.id, id, set);
    if (!cancelled.ok) return cancelled;
    return { ok: true, value: { action: 'practice.class.cancelSet', learners: [], detail: { set } } };
  },
);
