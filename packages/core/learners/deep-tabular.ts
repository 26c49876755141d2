/** Trains the deep tabular network: each member on its own bootstrap resample, stopped by the rows it has not seen. */
import { prepareColumns, sumByFeature } from '../prepare/graph.ts';
import { fitUnits } from '../prepare/piecewise-linear.ts';
import { fitPreparation, type Preparation } from '../prepare/preparation.ts';
import { createRandom } from '../random.ts';
import { type HostTensor, type Session, tf } from '../tensor/index.ts';
import type { FitOptions, TracedLearner, TrainingRows } from './contract.ts';
import { bestWeights } from './deep/best-weights.ts';
import { prepareRows } from './deep/prepare-rows.ts';
import { drawResamples } from './deep/resamples.ts';
import { forwardBlocks, hostToTensor, openForward, openTraining } from './deep/training.ts';
import { deviationOf } from './deviation.ts';
import { integratedGradients } from './integrated-gradients.ts';
import { type Architecture, byWeight, firstWeights, memberLogOdds, type Weights } from './network.ts';

export interface DeepSettings {
  readonly name: 'deepTabular';
  readonly members: number;
  readonly hidden: readonly [number, number];
  readonly bins: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly batchRows: number;
  readonly mostEpochs: number;
  /** Epochs without a better validation loss after which the best weights are taken. */
  readonly patience: number;
}

export interface FittedDeep {
  readonly kind: 'deepTabular';
  /** Members on resamples of their own, which are the bootstrap refits. */
  readonly replicates: number;
  /** Uncalibrated log-odds of the average record. */
  readonly baselineLogOdds: number;
  readonly preparation: Preparation;
  readonly architecture: Architecture;
  readonly weights: Weights<HostTensor>;
}

/** Random numbers of one purpose do not depend on how many another took. */
const streams = { resamples: 1, firstWeights: 2 } as const;

/**
 * The members are the bootstrap refits: member m counts each row Poisson(1) times. The prediction is the mean of their
 * log-odds. Rows that a member has not drawn (about 37 %) are its validation rows, so none is lost to a split.
 *
 * @throws the signal's reason where the fit was stopped; DivergedError where the loss is no longer finite
 */
export async function fitDeep(
  data: TrainingRows,
  settings: DeepSettings,
  options: FitOptions,
): Promise<FittedDeep> {
  const { rows, labels } = data;
  const { members, hidden, mostEpochs, patience } = settings;
  const { seed, threads } = options;
  const preparation = fitPreparation(
    data,
    Int32Array.from({ length: rows }, (_, row) => row),
  );
  const columns = preparation.columns.length;
  const z = await prepareRows(preparation, data);
  const units = fitUnits(z, preparation.columns, settings.bins);
  const architecture: Architecture = { columns, units, members, hidden };
  const resamples = drawResamples(members, rows, data.weights, createRandom(seed, streams.resamples));
  const random = createRandom(seed, streams.firstWeights);
  const first = firstWeights(architecture, logOddsOfShare(labels, data.weights), random);

  const batchRows = Math.min(settings.batchRows, rows);
  const forward = await openForward(architecture, threads);
  const training = await openTraining(architecture, first, { ...settings, batchRows, threads });
  try {
    const prepared = { z, columns, labels };
    const course = { training, forward, data: prepared, resamples, batchRows, mostEpochs, patience };
    const weights = await bestWeights(course, options);
    const baselineLogOdds = await averageRecord(forward, weights, columns);
    return { kind: 'deepTabular', replicates: members, baselineLogOdds, preparation, architecture, weights };
  } finally {
    await training.release();
    await forward.release();
  }
}

/** Log-odds of the events' share. */
function logOddsOfShare(labels: Uint8Array, weights: Float32Array | null): number {
  let [events, all] = [0, 0];
  for (const [row, label] of labels.entries()) {
    const weight = weights === null ? 1 : weights[row];
    events += weight * label;
    all += weight;
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

/** Contributions are integrated gradients from the average record, summed by feature, [batch, features]. */
export function traceDeep(
  { preparation, architecture, weights }: FittedDeep,
  raw: tf.Tensor2D,
): TracedLearner & { readonly contributions: tf.Tensor2D } {
  const { members } = architecture;
  const refits = (z: tf.Tensor2D): tf.Tensor2D => {
    const tensors = byWeight((name) => hostToTensor(weights[name]));
    return tf.transpose(memberLogOdds(architecture, tensors, z));
  };
  const mean = (all: tf.Tensor2D): tf.Tensor2D => tf.matMul(all, tf.fill([members, 1], 1 / members));
  const z = prepareColumns(preparation, raw);
  const all = refits(z);
  return {
    logOdds: mean(all),
    deviation: deviationOf(all),
    contributions: sumByFeature(
      preparation,
      integratedGradients((at) => mean(refits(at)), z),
    ),
  };
}
