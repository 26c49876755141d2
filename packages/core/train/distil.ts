/** Distils any model into one small network that answers nearly alike (Hinton, Vinyals and Dean 2015). */
import type { FitOptions, TrainingRows } from '../learners/contract.ts';
import { type FittedNetwork, fitNetwork, type NetworkSettings } from '../learners/deep/fit-network.ts';
import { holdOut } from '../learners/deep/resamples.ts';
import type { Random } from '../random.ts';
import { TrainingError } from './errors.ts';

export type DistilSettings = NetworkSettings;

/** One small network, hardly held back: a teacher's probabilities have less noise than labels. */
export const distilDefaults: DistilSettings = {
  hidden: [16, 8],
  bins: 5,
  learningRate: 5e-3,
  weightDecay: 0.01,
  batchRows: 256,
  mostEpochs: 100,
  patience: 10,
};

/** Rows by which the student is judged after each epoch. */
const heldOutShare = 0.1;

/**
 * One member learns the teacher's probabilities, by cross-entropy, instead of the labels. It has no refits: its deviation
 * is 0.
 *
 * @param teacherLogOdds of the training rows, shape [rows]. An ensemble teaches best by its own; a teacher that knows its
 *   rows by heart, by those out of fold
 * @throws TrainingError `dataInconsistent`, `valueInvalid`; FitError `nothingVaries`; the signal's reason
 */
export async function distil(
  data: TrainingRows,
  teacherLogOdds: Float32Array | Float64Array,
  settings: DistilSettings,
  options: FitOptions,
): Promise<FittedNetwork> {
  const { rows, weights } = data;
  if (teacherLogOdds.length !== rows) {
    const message = `The teacher has scored ${teacherLogOdds.length} rows, the table has ${rows}.`;
    throw new TrainingError('dataInconsistent', message);
  }
  const strange = teacherLogOdds.findIndex((logOdds) => !Number.isFinite(logOdds));
  if (strange >= 0) {
    const message = `The teacher's log-odds of row ${strange + 1} are ${teacherLogOdds[strange]}.`;
    throw new TrainingError('valueInvalid', message);
  }
  const targets = Float32Array.from(teacherLogOdds, (logOdds) => 1 / (1 + Math.exp(-logOdds)));
  const resamples = (random: Random) => holdOut(heldOutShare, rows, weights, random);
  return fitNetwork({ rows: data, targets, weights, resamples }, settings, options);
}
