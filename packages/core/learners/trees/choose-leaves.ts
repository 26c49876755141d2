/** How large trees should be is a question to the data: small ones suit thin tables, large ones tables full of interactions. */
import type { FitOptions, TrainingRows } from '../contract.ts';
import { type FittedTrees, fitTrees, type TreesSettings } from './boosted-trees.ts';

/** Several `leaves` to choose from, the fewest first. */
export interface ChosenTreesSettings extends Omit<TreesSettings, 'leaves'> {
  readonly leaves: number | readonly number[];
}

/** Members by which a size of trees is judged; what they have not drawn judges them. */
const trialMembers = 4;
/** Of the fit that trials take at least. */
const trialShare = 0.3;

/**
 * Fits the trees with the number of leaves whose members have the lowest loss on the rows that they have not drawn. All
 * sizes are tried on the same resamples.
 *
 * @throws what fitTrees throws
 */
export async function fitChosenTrees(
  data: TrainingRows,
  settings: ChosenTreesSettings,
  options: FitOptions,
): Promise<FittedTrees> {
  if (typeof settings.leaves === 'number') {
    return fitTrees(data, { ...settings, leaves: settings.leaves }, options);
  }
  const choices = settings.leaves;
  let best = { loss: Number.POSITIVE_INFINITY, leaves: choices[0] };
  for (const leaves of choices) {
    const loss = await outOfBagLoss(data, { ...settings, leaves, members: trialMembers }, options);
    if (loss < best.loss) best = { loss, leaves };
  }
  return fitTrees(
    data,
    { ...settings, leaves: best.leaves },
    {
      ...options,
      onEpoch: (epoch) => options.onEpoch({ ...epoch, share: trialShare + (1 - trialShare) * epoch.share }),
    },
  );
}

/** Mean over the members of their lowest loss on rows that they have not drawn, at the trees where it was told. */
async function outOfBagLoss(
  data: TrainingRows,
  settings: TreesSettings,
  options: FitOptions,
): Promise<number> {
  const lowest = new Map<number, number>();
  await fitTrees(data, settings, {
    ...options,
    // A trial that is killed is done again: it ends the same.
    checkpoint: null,
    onEpoch: ({ epoch, validationLoss }) => {
      const member = Math.floor((epoch - 1) / settings.trees);
      const before = lowest.get(member) ?? Number.POSITIVE_INFINITY;
      lowest.set(member, Math.min(before, validationLoss ?? before));
    },
  });
  options.signal.throwIfAborted();
  const losses = [...lowest.values()];
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}
