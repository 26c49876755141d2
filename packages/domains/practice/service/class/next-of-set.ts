/** The next exercise of a set that a teacher asked for. */
import { type Choice, chooseExercise, type Situation } from '../choose.ts';
import type { OpenSet } from '../store.ts';

/** Of the skill that least was done of so far; null where the learner has had all that is in stock of every one. */
export function nextOfSet(situation: Situation, { skills, success, done, note }: OpenSet): Choice | null {
  const least = skills.toSorted((one, other) => (done[one] ?? 0) - (done[other] ?? 0));
  for (const skill of least) {
    const chosen = chooseExercise(situation, { target: success, skill });
    if (!chosen.ok) continue;
    const { exercise, reason } = chosen.value;
    const { target, low, high, onTarget } = reason;
    return {
      exercise,
      reason: { kind: 'set', skill, note, target, success: reason.success, low, high, onTarget },
    };
  }
  return null;
}
