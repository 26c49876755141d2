/** Items 12 to 16: how the model was built, chosen, calibrated and judged. */
import type { ModelCard } from '../registry/card.ts';
import { columnFacts, preparedFacts } from './data.ts';
import { type Fact, fact } from './facts.ts';
import { authors, notApplicable, type ReportItem, reported, reportedIf } from './items.ts';
import { measuresOf } from './measures.ts';

export function analysisItems(card: ModelCard): readonly ReportItem[] {
  const { split, preparation } = card;
  return [
    reported('12a', [fact('split', split)]),
    reportedIf(preparation !== undefined, '12b', preparedFacts(card)),
    // How an imported model or a teacher was built is not in this card.
    reportedIf(isOfThisRun(card), '12c', modelFacts(card)),
    authors('12d', columnFacts(card, 'group')),
    reported('12e', measureFacts(card)),
    card.imported === undefined
      ? notApplicable('12f', 'notUpdated')
      : reported('12f', [calibrationFact(card)]),
    reported('12g', [predictionsBy(card), calibrationFact(card)]),
    imbalanceItem(card),
    authors('14', subgroupFacts(card)),
    reported('15', outputFacts(card)),
    isJudgedByItsOwnRows(card)
      ? notApplicable('16', 'sameData')
      : authors('16', [fact('split', split), ...columnFacts(card, 'time')]),
  ];
}

/** Whether all that the model has learnt, it has learnt in this run. */
export const isOfThisRun = ({ imported, distillation }: ModelCard): boolean =>
  imported === undefined && distillation === undefined;

/** Whether held-out rows differ from the others by nothing but chance. */
export const isJudgedByItsOwnRows = (card: ModelCard): boolean =>
  isOfThisRun(card) && (card.split.kind === 'stratifiedFolds' || card.split.kind === 'groupedFolds');

function predictionsBy({ imported, split }: ModelCard): Fact {
  if (imported !== undefined) return fact('predictionsBy', { by: 'asItIs' });
  return fact('predictionsBy', { by: split.kind === 'heldOut' ? 'heldOut' : 'outOfFold' });
}

export function calibrationFact({ calibration: { method, intercept, slope } }: ModelCard): Fact {
  return fact('calibration', { method, intercept, slope });
}

function modelFacts(card: ModelCard): readonly Fact[] {
  const { parts, candidates, why, search, imported, distillation, privacy } = card;
  return [
    ...parts.map((part) => fact('part', part)),
    ...(imported === undefined
      ? []
      : [
          fact('importedFrom', {
            file: imported.file,
            sha256: imported.sha256,
            producer: imported.producer,
          }),
          fact('hasSeenRows', { hasSeenRows: imported.hasSeenRows }),
        ]),
    ...(distillation === undefined
      ? []
      : [
          fact('teacher', {
            artifact: distillation.teacher.artifact,
            learner: distillation.teacher.learner,
            learntRows: distillation.learntRows,
          }),
        ]),
    ...candidates.map(({ learner, parameters }) => fact('candidate', { learner, parameters })),
    fact('why', { why }),
    ...(search === undefined
      ? [fact('noSearch', {})]
      : [
          fact('search', { trials: search.trials, seconds: search.seconds }),
          ...search.tried.map((tried) => fact('searched', tried)),
        ]),
    ...(privacy === null ? [] : [fact('privacy', { epsilon: privacy.epsilon, delta: privacy.delta })]),
    calibrationFact(card),
    fact('split', card.split),
  ];
}

function measureFacts({ performance, calibration, decisionCurve, thresholds }: ModelCard): readonly Fact[] {
  return [
    fact('measures', { measures: measuresOf(performance).map(({ measure }) => measure) }),
    ...(calibration.bins.length === 0
      ? []
      : [fact('calibrationGroups', { groups: calibration.bins.length })]),
    ...(decisionCurve === undefined ? [] : [fact('decisionCurve', { points: decisionCurve.length })]),
    ...(thresholds === undefined ? [] : [fact('thresholds', { points: thresholds.length })]),
  ];
}

/** No learner here resamples or weights rows by their outcome; who trains may weight rows as he likes. */
function imbalanceItem(card: ModelCard): ReportItem {
  const { preparation, table } = card;
  const weighted = preparation?.weighted ?? (table === undefined ? null : table.weight !== null);
  return isOfThisRun(card) && weighted === false
    ? notApplicable('13', 'rowsNotWeighted')
    : authors('13', columnFacts(card, 'weight'));
}

function subgroupFacts({ subgroups }: ModelCard): readonly Fact[] {
  if (subgroups.length === 0) return [];
  return [fact('subgroupsJudged', { groups: [...new Set(subgroups.map(({ group }) => group))] })];
}

function outputFacts({ interval, conformal }: ModelCard): readonly Fact[] {
  return [
    fact('probability', {}),
    interval === null
      ? fact('noInterval', {})
      : fact('interval', { replicates: interval.replicates, level: interval.level }),
    ...(conformal === undefined ? [] : [fact('sets', { level: conformal.level, ...conformal.thresholds })]),
    fact('noThreshold', {}),
  ];
}
