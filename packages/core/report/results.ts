/** Items 20 to 27: who was in, what came out, and what is known of the limits. */
import type { ModelCard } from '../registry/card.ts';
import { calibrationFact, isJudgedByItsOwnRows, isOfThisRun } from './analysis.ts';
import { excludedFacts, preparedFacts } from './data.ts';
import { type Fact, fact } from './facts.ts';
import { authors, notApplicable, type ReportItem, reported, reportedIf } from './items.ts';
import { measuresOf } from './measures.ts';

/** What the training rows are like, by which a model abstains. */
const familiarityFile = 'familiarity.json';

export function resultItems(card: ModelCard): readonly ReportItem[] {
  const { data, subgroups, files, horizonDays } = card;
  const cohort = fact('cohort', { rows: data.rows, events: data.events });
  const performance = measuresOf(card.performance).map((measure) => fact('measure', measure));
  const judged = judgedFact(card);
  return [
    // With a horizon, the statement asks for a summary of the follow-up too.
    reportedIf(isOfThisRun(card) && horizonDays === null, '20a', [cohort, ...excludedFacts(card)]),
    authors('20b', [cohort, ...card.features.map(characteristic)]),
    isJudgedByItsOwnRows(card) ? notApplicable('20c', 'sameData') : authors('20c'),
    reportedIf(isOfThisRun(card) && judged !== null, '21', [
      ...(isOfThisRun(card) ? [fact('fitted', { rows: data.rows, events: data.events })] : []),
      ...(judged === null ? [] : [judged]),
    ]),
    authors('22', [
      ...files.map((file) => fact('file', file)),
      calibrationFact(card),
      fact('predictors', { count: card.features.length }),
    ]),
    reportedIf(subgroups.length > 0, '23a', [
      ...performance,
      ...subgroups.map(({ smallCell: _, ...subgroup }) => fact('subgroup', subgroup)),
    ]),
    notApplicable('23b', 'clustersNotExamined'),
    card.imported === undefined
      ? notApplicable('24', 'notUpdated')
      : reported('24', [calibrationFact(card), ...performance]),
    authors('25'),
    authors(
      '26',
      card.limits.map((limit) => fact('limit', { limit })),
    ),
    inputQuality(card),
    authors('27b'),
    authors('27c'),
  ];
}

/** The calibration plot is over all rows that were held out, each once. */
function judgedFact({ calibration: { bins } }: ModelCard): Fact | null {
  if (bins.length === 0) return null;
  return fact('judged', {
    rows: bins.reduce((sum, { rows }) => sum + rows, 0),
    events: Math.round(bins.reduce((sum, { observed, rows }) => sum + observed * rows, 0)),
  });
}

function characteristic(feature: ModelCard['features'][number]): Fact {
  if (feature.kind === 'category') {
    const { name, levels, missing } = feature;
    return feature.declared
      ? fact('declaredCategory', { name, levels: levels.map((level) => level.name) })
      : fact('category', { name, levels, missing });
  }
  const { name, unit, mean, low, high, missing } = feature;
  if (feature.kind === 'flag' && !feature.declared) return fact('flag', { name, share: mean, missing });
  return feature.declared
    ? fact('declaredNumber', { name, low, high })
    : fact('number', { name, unit, mean, low, high, missing });
}

/** A gap is filled as in training, an unlike row is told apart: the model does both itself where the card says so. */
function inputQuality(card: ModelCard): ReportItem {
  const { preparation, files, features } = card;
  const abstains = files.some(({ name }) => name === familiarityFile);
  return reportedIf(preparation !== undefined && abstains, '27a', [
    ...preparedFacts(card),
    fact('ranges', { count: features.filter(({ kind }) => kind !== 'category').length }),
    ...(abstains ? [fact('abstains', {})] : []),
  ]);
}
