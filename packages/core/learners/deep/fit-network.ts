/** From raw rows and the probabilities to learn to a trained network; labels are probabilities of 0 and 1. */
import { fitUnits } from '../../prepare/piecewise-linear.ts';
import { fitPreparation, type Preparation } from '../../prepare/preparation.ts';
import { createRandom, type Random } from '../../random.ts';
import type { FeatureMatrix } from '../../table/matrix.ts';
import type { HostTensor, Session } from '../../tensor/index.ts';
import type { FitOptions } from '../contract.ts';
import { FitError } from '../errors.ts';
import type { Architecture, Weights } from '../network.ts';
import { bestWeights } from './best-weights.ts';
import { prepareRows } from './prepare-rows.ts';
import type { Resamples } from './resamples.ts';
import { firstWeights } from './shared-weights.ts';
import { forwardBlocks, openForward, openTraining } from './training.ts';

export interface NetworkSettings {
  readonly hidden: readonly [number, number];
  /** Units a number is cut into at most. */
  readonly bins: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly batchRows: number;
  readonly mostEpochs: number;
  /** Epochs without a better validation loss after which the best weights are taken. */
  readonly patience: number;
}

/** A trained network as plain data. */
export interface FittedNetwork {
  readonly kind: 'deepTabular';
  /** Members on resamples of their own, which are the bootstrap refits. */
  readonly replicates: number;
  /** Uncalibrated log-odds of the average record. */
  readonly baselineLogOdds: number;
  readonly preparation: Preparation;
  readonly architecture: Architecture;
  readonly weights: Weights<HostTensor>;
}

export interface Lesson {
  readonly rows: FeatureMatrix;
  /** Probabilities from 0 to 1, shape [rows]. */
  readonly targets: Uint8Array | Float32Array;
  /** How much each row counts, shape [rows]; null: all alike. */
  readonly weights: Float32Array | null;
  readonly resamples: (random: Random) => Resamples;
}

/** Random numbers of one purpose do not depend on how many another took. */
const streams = { resamples: 1, firstWeights: 2 } as const;

/** Bounds the time of large tables: as many steps are 13 epochs of 200,000 rows in batches of 256. */
const mostSteps = 10_000;

/**
 * @throws FitError `nothingVaries`, `oneClass`; the signal's reason where the fit was stopped; DivergedError where the loss
 * is no longer finite
 */
export async function fitNetwork(
  { rows: matrix, targets, weights: rowWeights, resamples: draw }: Lesson,
  settings: NetworkSettings,
  options: FitOptions,
): Promise<FittedNetwork> {
  const { seed, threads } = options;
  const { rows } = matrix;
  const preparation = fitPreparation(
    matrix,
    Int32Array.from({ length: rows }, (_, row) => row),
  );
  const columns = preparation.columns.length;
  if (columns === 0) throw new FitError('nothingVaries', 'Every feature has one value in all rows.');
  const startLogOdds = logOddsOfMean(targets, rowWeights);

  const z = await prepareRows(preparation, matrix);
  const resamples = draw(createRandom(seed, streams.resamples));
  const { members } = resamples;
  const units = fitUnits(z, preparation.columns, settings.bins);
  const architecture: Architecture = { columns, units, members, hidden: settings.hidden };
  const first = firstWeights(architecture, startLogOdds, createRandom(seed, streams.firstWeights));

  const batchRows = Math.min(settings.batchRows, rows);
  const affordable = Math.ceil(mostSteps / Math.floor(rows / batchRows));
  const mostEpochs = Math.min(settings.mostEpochs, affordable);
  const forward = await openForward(architecture, threads);
  const training = await openTraining(architecture, first, { ...settings, batchRows, threads });
  try {
    const data = { z, columns, targets };
    const { patience } = settings;
    const course = { training, forward, data, resamples, batchRows, mostEpochs, patience };
    const weights = await bestWeights(course, options);
    const baselineLogOdds = await averageRecord(forward, weights, columns);
    return { kind: 'deepTabular', replicates: members, baselineLogOdds, preparation, architecture, weights };
  } finally {
    await training.release();
    await forward.release();
  }
}

function logOddsOfMean(targets: Lesson['targets'], weights: Float32Array | null): number {
  let [events, all] = [0, 0];
  for (const [row, target] of targets.entries()) {
    const weight = weights === null ? 1 : weights[row];
    events += weight * target;
    all += weight;
  }
  if (!(events > 0 && events < all)) {
    throw new FitError('oneClass', 'All rows that count are of one class: there is nothing to tell apart.');
  }
  return Math.log(events / (all - events));
}

/** The average record is all zeros. */
async function averageRecord(
  forward: Session,
  weights: Weights<HostTensor>,
  columns: number,
): Promise<number> {
  let mean = 0;
  for await (const { logOdds } of forwardBlocks(forward, weights, new Float32Array(columns), columns)) {
    for (const member of logOdds) mean += member / logOdds.length;
  }
  return mean;
}
