/** Where a search looks for settings of each learner. */
import type { DeepSettings } from '../../learners/deep-tabular.ts';
import type { LearnerSettings } from '../../learners/learner.ts';
import type { Random } from '../../random.ts';

/** A private training is not searched: every trial would tell something of the rows. */
export type SearchedSettings = Exclude<LearnerSettings, { readonly name: 'privateLogistic' }>;

const hiddenWidths: readonly DeepSettings['hidden'][] = [
  [16, 8],
  [32, 16],
  [64, 32],
];
const unitCounts = [3, 5, 8, 16];

/** Settings at random; what is not searched stays as it is in `start`. Where `start` has several leaves, these have one. */
export function drawSettings(start: SearchedSettings, random: Random): SearchedSettings {
  switch (start.name) {
    case 'logisticRegression':
      return { ...start, penalty: logUniform(random, 0.1, 300) };
    case 'boostedTrees':
      return {
        ...start,
        leaves: Math.round(logUniform(random, 3, 31)),
        learningRate: logUniform(random, 0.03, 0.2),
        minRows: Math.round(logUniform(random, 5, 100)),
        lambda: logUniform(random, 1, 30),
        featureFraction: uniform(random, 0.2, 1),
      };
    case 'deepTabular':
      return {
        ...start,
        learningRate: logUniform(random, 1e-3, 2e-2),
        weightDecay: logUniform(random, 0.03, 10),
        hidden: oneOf(random, hiddenWidths),
        bins: oneOf(random, unitCounts),
      };
  }
}

/** Most members of an ensemble on trial: more would make every trial alike a little better, and dearer. */
const trialMembers = 4;

/** The same settings without what makes a fit dear but says little about them: refits, and more members than a few. */
export function onTrial(settings: SearchedSettings): SearchedSettings {
  switch (settings.name) {
    case 'logisticRegression':
      return { ...settings, replicates: 0 };
    case 'boostedTrees':
    case 'deepTabular':
      return { ...settings, members: Math.min(settings.members, trialMembers) };
  }
}

function uniform(random: Random, low: number, high: number): number {
  return low + (high - low) * random.uniform();
}

/** Each doubling as likely as another. */
function logUniform(random: Random, low: number, high: number): number {
  return Math.exp(uniform(random, Math.log(low), Math.log(high)));
}

function oneOf<Choice>(random: Random, choices: readonly Choice[]): Choice {
  return choices[random.below(choices.length)];
}
