/** What each wish for difficulty would bring: the next exercise's probability of success, with its bounds. */
import { chooseExercise, type Situation } from './choose.ts';
import type { WishOutlook } from './learner-contract.ts';

/** From 30 % to 95 % in steps of 5. */
const wishes: readonly number[] = Array.from({ length: 14 }, (_, step) => (30 + 5 * step) / 100);

/** The skill that comes next, whatever the wish, and what each wish would find in stock; null where nothing is. */
export function outlookOf(
  situation: Situation,
): { readonly skill: string; readonly outlook: readonly WishOutlook[] } | null {
  const found = wishes.flatMap((target) => {
    const chosen = chooseExercise(situation, { target, skill: null });
    return chosen.ok ? { target, ...chosen.value } : [];
  });
  const [first] = found;
  if (first === undefined) return null;
  return {
    skill: first.exercise.skill,
    outlook: found.map(({ target, reason: { success, low, high, onTarget } }) => ({
      ...{ target, success, low, high, onTarget },
    })),
  };
}
