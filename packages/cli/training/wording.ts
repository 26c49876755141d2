/** Training of the model that rewords word problems, as a job like that of any other model. */
import type { WordingTrainingOptions } from '@praxis/practice';
import type { TrainingPlaces } from '../verticals.ts';
import { chosenWordingModel, ownWordingModel } from '../wording-model.ts';
import type { Train } from './run-training.ts';

/** Names of its runs. It is no outcome of the vertical: it gives no probability, so it has no card and no champion. */
export const wordingRun = { vertical: 'practice', outcome: 'wording' } as const;

/** The same model on every machine. */
const seed = 1;

/**
 * @param home the data folder, whose model is replaced when the new one is whole
 * @param settings for tests; otherwise those of the product
 */
export function wordingTrainer(
  home: string,
  settings: WordingTrainingOptions['settings'] = {},
): (places: TrainingPlaces) => (outcome: string) => Train | null {
  return ({ runs, parallel }) =>
    (outcome) => {
      if (outcome !== wordingRun.outcome) return null;
      return async ({ onProgress, signal }) => {
        const { trainWording } = await import('@praxis/practice');
        const began = performance.now();
        onProgress({ stage: 'prepare', fraction: 0 });
        await trainWording({
          folder: ownWordingModel({ home }),
          seed,
          threads: parallel,
          ...(runs === null ? {} : { runs }),
          signal,
          settings,
          onProgress: ({ share }) => onProgress({ stage: 'bootstrap', fraction: share }),
        });
        const model = await chosenWordingModel({ home, languageModel: null });
        if (model === null) throw new Error('The model is not there although it was written.');
        const seconds = Math.round((performance.now() - began) / 1000);
        return { artifact: model.name, told: `trained on the sentences of the grammar, ${seconds} s` };
      };
    };
}
