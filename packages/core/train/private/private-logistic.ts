/** Differentially private logistic regression: what is learnt says little about any one row. */
import type { FitOptions, TrainingRows } from '../../learners/contract.ts';
import { prepareRows } from '../../learners/logistic/prepared-rows.ts';
import {
  type FittedLogistic,
  type TracedLogistic,
  traceLogistic,
} from '../../learners/logistic-regression.ts';
import type { tf } from '../../tensor/index.ts';
import { epsilonOf, noiseFor } from './accountant.ts';
import { type BoundedPreparation, boundedPreparation, clampRaw } from './bounded-preparation.ts';
import { PrivacyError } from './errors.ts';
import { secretUniform, seededUniform } from './noise.ts';
import { noisyDescent } from './noisy-descent.ts';
import { checkSettings, type PrivacyStatement, type PrivateSettings } from './settings.ts';

/** As a `FittedLogistic`; its average record is the middle of all bounds, and it has no refits, as each would spend again. */
export interface FittedPrivateLogistic extends Omit<FittedLogistic, 'kind'> {
  readonly kind: 'privateLogistic';
  /** Between what raw values are brought, shape [features]. */
  readonly lows: Float32Array;
  readonly highs: Float32Array;
  readonly privacy: PrivacyStatement;
}

/**
 * DP-SGD (Abadi et al. 2016). The number of rows, the features with their levels, and all settings count as public. No
 * epoch is reported, as a loss measured on the rows would be outside the promise. A fit goes on from no checkpoint: its
 * randomness is not kept.
 *
 * @throws PrivacyError where bounds or settings are missing or out of range, or no noise keeps the ε asked for
 */
export async function fitPrivateLogistic(
  data: TrainingRows,
  settings: PrivateSettings,
  options: FitOptions,
): Promise<FittedPrivateLogistic> {
  checkSettings(settings);
  const { rows, features, labels, weights } = data;
  if (rows === 0) throw new PrivacyError('nothingToLearnFrom', 'There are no rows.');
  const bounded = boundedPreparation(features, settings.bounds);
  const { preparation } = bounded;
  const privacy = spend(settings);
  const clamped = { features, rows, values: clampValues(bounded, data.values) };
  const z = await prepareRows(preparation, clamped, options.signal);
  const coefficients = await noisyDescent(
    { z, rows, columns: preparation.columns.length, labels, weights },
    { ...settings, noiseMultiplier: privacy.noiseMultiplier, signal: options.signal },
    settings.randomness === 'secret' ? secretUniform() : seededUniform(options.seed),
  );
  return {
    kind: 'privateLogistic',
    replicates: 0,
    baselineLogOdds: coefficients[0],
    penalty: settings.penalty,
    ...bounded,
    coefficients,
    refits: new Float32Array(0),
    privacy,
  };
}

/** The noise that keeps the budget, and the ε that it costs. */
function spend({ budget, delta, clip, samplingRate, steps, randomness }: PrivateSettings): PrivacyStatement {
  const noiseMultiplier =
    'epsilon' in budget ? noiseFor(budget.epsilon, delta, { samplingRate, steps }) : budget.noiseMultiplier;
  if (noiseMultiplier === null) {
    throw new PrivacyError(
      'budgetUnreachable',
      `No noise keeps an ε of ${'epsilon' in budget ? budget.epsilon : ''} at this δ: allow a larger one.`,
    );
  }
  const epsilon = epsilonOf({ noiseMultiplier, samplingRate, steps }, delta);
  return { epsilon, delta, noiseMultiplier, samplingRate, steps, clip, randomness };
}

function clampValues({ lows, highs }: BoundedPreparation, values: Float32Array): Float32Array {
  // What is missing, NaN, stays so.
  return values.map((value, index) =>
    Math.min(highs[index % highs.length], Math.max(lows[index % lows.length], value)),
  );
}

/**
 * The deviation is 0 everywhere: there are no refits. It does not say that the model is sure.
 *
 * @param raw shape [batch, features]
 */
export function tracePrivateLogistic(fitted: FittedPrivateLogistic, raw: tf.Tensor2D): TracedLogistic {
  return traceLogistic({ ...fitted, kind: 'logisticRegression' }, clampRaw(fitted, raw));
}
