/** Items 5 to 11: rows, outcome and predictors as the card has them. */
import type { ModelCard } from '../registry/card.ts';
import { type Fact, fact } from './facts.ts';
import { authors, type ReportItem, reportedIf } from './items.ts';
import { outcomeFacts } from './study.ts';

export function dataItems(card: ModelCard): readonly ReportItem[] {
  const { data, table, features, preparation } = card;
  const predictors = fact('predictors', { count: features.length });
  return [
    authors('5a', sourceFacts(card)),
    authors('5b', columnFacts(card, 'time')),
    authors('6a'),
    authors('6b', excludedFacts(card)),
    authors('6c'),
    authors('7', preparation === undefined ? [] : [...preparedFacts(card), fact('sameForAll', {})]),
    authors('8a', [
      ...outcomeFacts(card),
      ...(table === undefined
        ? []
        : [fact('target', { column: table.target, positive: table.positive, negative: table.negative })]),
    ]),
    authors('8b'),
    authors('8c'),
    authors('9a', [predictors]),
    authors(
      '9b',
      features.map(({ name, kind, unit }) => fact('predictor', { name, kind, unit })),
    ),
    authors('9c'),
    authors('10', [
      fact('cohort', { rows: data.rows, events: data.events }),
      predictors,
      ...(features.length === 0
        ? []
        : [fact('eventsPerPredictor', { ratio: data.events / features.length })]),
    ]),
    // What an imported model or a teacher does with a gap, its own card says at best.
    reportedIf(preparation !== undefined, '11', [
      ...missingFacts(card),
      ...preparedFacts(card),
      ...excludedFacts(card),
    ]),
  ];
}

function sourceFacts({ data, distillation }: ModelCard): readonly Fact[] {
  const judgedBy = distillation?.judgedBy ?? null;
  return [
    ...data.sources.map((source) => fact('source', source)),
    ...(judgedBy === null ? [] : [fact('judgedBy', judgedBy)]),
  ];
}

export function columnFacts({ table }: ModelCard, role: 'group' | 'time' | 'weight'): readonly Fact[] {
  const column = table?.[role] ?? null;
  return column === null ? [] : [fact('column', { role, column })];
}

export function excludedFacts({ data }: ModelCard): readonly Fact[] {
  if (data.excluded.length === 0) return [fact('noneExcluded', {})];
  return data.excluded.map((excluded) => fact('excluded', excluded));
}

export function preparedFacts({ preparation }: ModelCard): readonly Fact[] {
  return (preparation?.parts ?? []).map((part) => fact('preparation', part));
}

/** A private card does not tell how much is missing. */
function missingFacts({ features }: ModelCard): readonly Fact[] {
  const told = features.filter(({ declared }) => !declared);
  const missing = told.filter((feature) => feature.missing > 0);
  if (told.length > 0 && missing.length === 0) return [fact('noneMissing', {})];
  return missing.map((feature) => fact('missing', { name: feature.name, missing: feature.missing }));
}
