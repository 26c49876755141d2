/** When a model should say that it does not know: a result like another, not an error. */
import type { ConformalSet } from '../conformal/sets.ts';
import type { Familiarity } from './familiarity.ts';

/**
 * `unlikeTraining`: the record lies farther out than those that the model learnt from. `noOutcome`: both outcomes are ruled
 * out, as no row like it has had either. Where both remain possible, the model knows that it cannot tell, which is an answer.
 */
export type Abstention = 'unlikeTraining' | 'noOutcome';

/** null where the model answers; what it cannot judge by is null and abstains from nothing. */
export function abstentionOf(
  familiarity: Pick<Familiarity, 'unlike'> | null,
  set: ConformalSet | null,
): Abstention | null {
  if (familiarity?.unlike) return 'unlikeTraining';
  return set === 'none' ? 'noOutcome' : null;
}
