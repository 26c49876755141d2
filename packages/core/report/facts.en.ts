/** Facts of a model card in English. */
import type { LearnerName } from '../registry/card.ts';
import type { MeasureName } from './facts.ts';
import type { FactWords } from './words.ts';

const learners: Readonly<Record<LearnerName, string>> = {
  logisticRegression: 'logistic regression',
  boostedTrees: 'boosted trees',
  deepTabular: 'deep tabular network',
  blend: 'blend of logistic regression and trees',
  deepBlend: 'blend of logistic regression, trees and network',
  treesDeepBlend: 'blend of trees and network',
  attention: 'attention over earlier records',
  attentionBlend: 'blend of trees and attention',
  attentionDeepBlend: 'blend of trees, network and attention',
  privateLogistic: 'private logistic regression',
  distilled: 'distilled network',
  imported: 'imported model',
};

const measures: Readonly<Record<MeasureName, string>> = {
  auroc: 'AUROC (discrimination)',
  averagePrecision: 'average precision (discrimination)',
  brier: 'Brier score (overall)',
  logLoss: 'log loss (overall)',
  calibrationSlope: 'calibration slope',
  calibrationIntercept: 'calibration intercept',
  ece: 'expected calibration error',
  ici: 'integrated calibration index',
  observedToExpected: 'observed to expected (calibration at large)',
};

const studies = {
  developed: 'A model was developed and validated internally.',
  distilled:
    'A network was developed that answers as another model does, and both were judged on the same rows.',
  imported: 'A model from elsewhere was recalibrated and evaluated.',
};

const roles = {
  id: 'Rows are told apart by',
  group: 'Rows of one group are kept together by',
  time: 'The time of a row is in',
  weight: 'The weight of a row is in',
};

const kinds = { number: 'number', count: 'count', flag: 'yes or no', category: 'category' };

const numbers = {
  standardised: 'numbers are centred and scaled to standard deviation 1, counts as log(1 + x)',
  piecewiseLinear:
    'numbers are scaled to standard deviation 1 and bent at their quantiles, counts as log(1 + x)',
  bins: 'numbers are compared with thresholds',
  declaredBounds: 'numbers are cut off at the declared bounds and scaled between them, counts as log(1 + x)',
};

const categories = {
  flags: 'a category has a flag for each level',
  bins: 'the levels of a category are parted in two',
};

const missing = {
  averageAndFlag: 'a missing value is taken as the average, with a flag for it where training rows had gaps',
  middleAndFlag: 'a missing value is taken as the middle of the bounds, and a flag says that it is missing',
  ownSide: 'missing values go to the side of a threshold where they fit better',
};

const splits = {
  stratifiedFolds: 'folds of equal shares of the outcome',
  groupedFolds: 'folds of whole groups',
  timeFolds: 'windows of time, each held out by models of earlier rows',
};

const predictions = {
  outOfFold: 'Each held-out row was scored by a model that had not seen it, raw values in, calibrated.',
  heldOut: 'The held-out rows were scored by the model itself, raw values in, calibrated.',
  asItIs: 'Held-out rows were scored by the model as it came, calibrated on the other folds.',
};

const whys = {
  onlyOne: 'No other learner was asked for.',
  betterAuroc: 'Chosen: no simpler one has an AUROC within one standard error of the best.',
  notDistinguishableSimpler: 'Chosen: the simplest of those that cannot be told from the best.',
  betterAveragePrecision:
    'Chosen: no simpler one has an average precision within one standard error of the best.',
  averagePrecisionAlikeSimpler:
    'Chosen: the simplest of those whose average precision cannot be told from the best.',
};

const seen = {
  yes: 'It has seen the rows that judge it: its figures are too good.',
  no: 'It was trained on another file than the one that judges it.',
  unknown:
    'What it was trained on is not known: if it has seen the rows that judge it, its figures are too good.',
};

const methods = { platt: 'Platt’s line', isotonic: 'isotonic regression', beta: 'beta calibration' };

export const factsEn: FactWords = {
  study: ({ kind }) => studies[kind],
  outcome: ({ outcome }, say) => {
    const definition = say.definition(outcome);
    return `Outcome: ${say.outcome(outcome)}${definition === null ? '' : `. ${definition}`}`;
  },
  horizon: ({ days }, say) => `Horizon: ${say.count(days)} days`,
  target: ({ column, positive, negative }) =>
    `The outcome is there where ${column} is ${positive}, and not where it is ${negative}.`,
  source: ({ file, rows, sha256 }, say) => `${file}: ${say.count(rows)} rows, SHA-256 ${sha256}`,
  judgedBy: ({ file, sha256 }) => `Judged by the rows of ${file}, SHA-256 ${sha256}`,
  column: ({ role, column }) => `${roles[role]} ${column}.`,
  cohort: ({ rows, events }, say) =>
    `${say.count(rows)} rows: ${say.count(events)} with the outcome (${say.share(events / rows)}), ${say.count(rows - events)} without`,
  excluded: ({ reason, rows }, say) => `Left out: ${say.count(rows)} (${say.excluded(reason)})`,
  noneExcluded: () => 'No rows were left out.',
  predictors: ({ count }, say) => `Predictors: ${say.count(count)}`,
  predictor: ({ name, kind, unit }, say) =>
    `${say.feature(name)}: ${kinds[kind]}${unit === null ? '' : `, ${say.unit(name, unit)}`}`,
  eventsPerPredictor: ({ ratio }, say) => `Events per predictor: ${say.number(ratio)}`,
  number: ({ name, unit, mean, low, high, missing: share }, say) =>
    `${say.feature(name)}: mean ${say.number(mean)}${unit === null ? '' : ` ${say.unit(name, unit)}`}, 98% within ${say.number(low)} to ${say.number(high)}, missing ${say.share(share)}`,
  flag: ({ name, share, missing: gaps }, say) =>
    `${say.feature(name)}: ${say.share(share)} of the rows with a value, missing ${say.share(gaps)}`,
  declaredNumber: ({ name, low, high }, say) =>
    `${say.feature(name)}: declared between ${say.number(low)} and ${say.number(high)}`,
  category: ({ name, levels, missing: share }, say) =>
    `${say.feature(name)}: ${say.list(levels.map((level) => `${level.name} ${say.share(level.share)}`))}; missing ${say.share(share)}`,
  declaredCategory: ({ name, levels }, say) => `${say.feature(name)}: declared levels ${say.list(levels)}`,
  missing: ({ name, missing: share }, say) => `${say.feature(name)}: ${say.share(share)} missing`,
  noneMissing: () => 'No value of a predictor is missing.',
  preparation: (part) =>
    `In the ${learners[part.learner]}, ${numbers[part.numbers]}; ${categories[part.categories]}; ${missing[part.missing]}.`,
  sameForAll: () => 'One preparation serves all rows.',
  split: ({ kind, folds, repeats, nested, seed }, say) =>
    kind === 'heldOut'
      ? `Rows held out once (seed ${seed}).`
      : `Cross-validation: ${say.count(folds)} ${splits[kind]}${repeats === 1 ? '' : `, dealt ${say.count(repeats)} times`} (seed ${seed})${nested ? '; the choice of the model is made inside each fold' : ''}.`,
  predictionsBy: ({ by }) => predictions[by],
  part: ({ learner, weight }, say) => `Part of the model: ${learners[learner]}, weight ${say.number(weight)}`,
  candidate: ({ learner, parameters }, say) => {
    const settings = Object.entries(parameters).map(([name, value]) => `${name} ${say.number(value)}`);
    return `Candidate: ${learners[learner]}${settings.length === 0 ? '' : ` (${say.list(settings)})`}`;
  },
  why: ({ why }) => whys[why],
  search: ({ trials, seconds }, say) =>
    `Settings were searched for in each fit on its own training rows: ${say.count(trials)} trials${seconds === null ? '' : `, at most ${say.count(seconds)} s`}.`,
  searched: ({ learner, trials }, say) =>
    `Final fit of the ${learners[learner]}: ${say.count(trials)} trials made`,
  noSearch: () => 'No settings were searched for but those that a learner finds in its own fit.',
  importedFrom: ({ file, sha256, producer }) =>
    `Not trained here: ${file}${producer === '' ? '' : `, written by ${producer}`}, SHA-256 ${sha256}`,
  hasSeenRows: ({ hasSeenRows }) => (hasSeenRows === null ? seen.unknown : hasSeenRows ? seen.yes : seen.no),
  teacher: ({ artifact, learner, learntRows }, say) =>
    `It learnt the answers of model ${artifact} (${learners[learner]}) on ${say.count(learntRows)} rows.`,
  privacy: ({ epsilon, delta }, say) =>
    `Differential privacy: ε = ${say.number(epsilon)}, δ = ${say.number(delta)}`,
  calibration: ({ method, intercept, slope }, say) =>
    `Calibration: ${methods[method]}${method === 'platt' ? `, log-odds = ${say.number(intercept)} + ${say.number(slope)} × log-odds` : ''}`,
  measures: ({ measures: names }, say) => `Measures: ${say.list(names.map((name) => measures[name]))}`,
  calibrationGroups: ({ groups }, say) =>
    `Calibration plot: predicted against observed in ${say.count(groups)} groups`,
  decisionCurve: ({ points }, say) =>
    `Decision curve (clinical utility): net benefit at ${say.count(points)} thresholds`,
  thresholds: ({ points }, say) =>
    `Sensitivity, specificity and predictive values at ${say.count(points)} thresholds`,
  subgroupsJudged: ({ groups }, say) =>
    `Performance was looked at by ${say.list(groups.map((group) => say.group(group)))}.`,
  measure: ({ measure, value, interval }, say) =>
    `${measures[measure]}: ${say.number(value)}${interval === null ? '' : ` (95% interval ${say.number(interval.lower)} to ${say.number(interval.upper)})`}`,
  subgroup: ({ group, level, rows, events, auroc, observedToExpected }, say) => {
    const judged = [
      ...(auroc === null
        ? ['too few to judge']
        : [
            `AUROC ${say.number(auroc.value)} (95% interval ${say.number(auroc.lower)} to ${say.number(auroc.upper)})`,
          ]),
      ...(observedToExpected === null ? [] : [`observed to expected ${say.number(observedToExpected)}`]),
    ];
    return `${say.group(group)} – ${say.level(group, level)}: ${say.count(rows)} rows, ${say.count(events)} events, ${judged.join(', ')}`;
  },
  probability: () => 'The model answers with the probability of the outcome, calibrated.',
  interval: ({ replicates, level }, say) =>
    `With it comes a ${say.share(level)} interval, from ${say.count(replicates)} refits on resampled rows.`,
  noInterval: () => 'It gives no interval of the probability.',
  sets: ({ level, positive, negative }, say) =>
    `Sets of outcomes that hold what happened for ${say.share(level)} of the rows of each outcome, by conformal prediction from held-out rows: the outcome is in the set where its probability is at least ${say.number(positive)}, its absence where that is at least ${say.number(negative)}.`,
  noThreshold: () => 'No threshold for a decision is part of the model.',
  fitted: ({ rows, events }, say) => `Final fit: ${say.count(rows)} rows, ${say.count(events)} events`,
  judged: ({ rows, events }, say) =>
    `Evaluation, held out: ${say.count(rows)} rows, ${say.count(events)} events`,
  file: ({ name, sha256 }) => `${name}, SHA-256 ${sha256}`,
  software: ({ name, version }) => `${name} ${version}`,
  limit: ({ limit }, say) => say.limit(limit),
  ranges: ({ count }, say) =>
    `The card has a usual range for ${say.count(count)} predictors; outside it the model extrapolates.`,
  abstains: () => 'The model says which rows are unlike those of its training, and abstains there.',
};
