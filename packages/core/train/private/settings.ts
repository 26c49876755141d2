/** What a private training is told, and what it states when it is done. */
import { PrivacyError } from './errors.ts';

/** What is known of a feature without a look at the rows. */
export interface FeatureBounds {
  /** Values outside are taken as the nearest inside. Of a count, in counts. A flag and a category need none. */
  readonly low: number;
  readonly high: number;
}

export interface PrivateSettings {
  readonly name: 'privateLogistic';
  /** The ε that may be spent, or the noise itself. */
  readonly budget: { readonly epsilon: number } | { readonly noiseMultiplier: number };
  /** Probability with which the promise may fail: less than 1/rows. */
  readonly delta: number;
  /** Longest gradient of one row. */
  readonly clip: number;
  /** Probability with which a row is in a step, 0 to 1. */
  readonly samplingRate: number;
  readonly steps: number;
  readonly learningRate: number;
  /** Weight of ½‖w‖² beside the summed loss, as in `LogisticSettings`. */
  readonly penalty: number;
  /** By the name of the feature. */
  readonly bounds: Readonly<Record<string, FeatureBounds>>;
  /** `seeded` draws from the fit's seed, for tests: the fit is then not private. */
  readonly randomness: 'secret' | 'seeded';
}

/** (ε, δ)-differential privacy for adding or removing one row; no promise where the randomness was seeded. */
export interface PrivacyStatement {
  readonly epsilon: number;
  readonly delta: number;
  readonly noiseMultiplier: number;
  readonly samplingRate: number;
  readonly steps: number;
  readonly clip: number;
  readonly randomness: PrivateSettings['randomness'];
}

/** @throws PrivacyError `settingsInvalid` with the setting's name */
export function checkSettings(settings: PrivateSettings): void {
  const { budget, delta, clip, samplingRate, steps, learningRate, penalty } = settings;
  const positive = (value: number) => value > 0 && Number.isFinite(value);
  const target = 'epsilon' in budget ? budget.epsilon : budget.noiseMultiplier;
  const checks: readonly (readonly [string, number, boolean, string])[] = [
    ['epsilon' in budget ? 'epsilon' : 'noiseMultiplier', target, positive(target), 'a number above 0'],
    ['delta', delta, delta > 0 && delta < 1, 'a number between 0 and 1, below 1 over the number of rows'],
    ['clip', clip, positive(clip), 'a number above 0'],
    ['samplingRate', samplingRate, samplingRate > 0 && samplingRate <= 1, 'a number above 0 and up to 1'],
    ['steps', steps, Number.isInteger(steps) && steps > 0, 'a whole number above 0'],
    ['learningRate', learningRate, positive(learningRate), 'a number above 0'],
    ['penalty', penalty, penalty >= 0 && Number.isFinite(penalty), 'a number of 0 or more'],
  ];
  for (const [name, value, holds, wanted] of checks) {
    if (!holds) throw new PrivacyError('settingsInvalid', `${name} is ${value}: use ${wanted}.`);
  }
}
