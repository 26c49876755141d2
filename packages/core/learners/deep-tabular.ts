/** Trains the deep tabular network: each member on its own bootstrap resample, stopped by the rows it has not seen. */
import { prepareColumns, sumByFeature } from '../prepare/graph.ts';
import type { Random } from '../random.ts';
import { tf } from '../tensor/index.ts';
import type { FitOptions, TracedLearner, TrainingRows } from './contract.ts';
import { type FittedNetwork, fitNetwork, type NetworkSettings } from './deep/fit-network.ts';
import { drawResamples } from './deep/resamples.ts';
import { hostToTensor } from './deep/training.ts';
import { deviationOf } from './deviation.ts';
import { integratedGradients } from './integrated-gradients.ts';
import { byWeight, memberLogOdds } from './network.ts';

export interface DeepSettings extends NetworkSettings {
  readonly name: 'deepTabular';
  readonly members: number;
}

export type FittedDeep = FittedNetwork;

/**
 * The members are the bootstrap refits: member m counts each row Poisson(1) times. The prediction is the mean of their
 * log-odds. Rows that a member has not drawn (about 37 %) are its validation rows, so none is lost to a split.
 *
 * @throws FitError `nothingVaries`, `oneClass`; the signal's reason where the fit was stopped; DivergedError where the loss
 * is no longer finite
 */
export function fitDeep(
  data: TrainingRows,
  settings: DeepSettings,
  options: FitOptions,
): Promise<FittedDeep> {
  const { rows, labels, weights } = data;
  const resamples = (random: Random) => drawResamples(settings.members, rows, weights, random);
  return fitNetwork({ rows: data, targets: labels, weights, resamples }, settings, options);
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
