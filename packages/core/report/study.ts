/** Items 1 to 4 and 17 to 19: what the study is for and who answers for it. Nearly all of it no run can know. */
import type { ModelCard } from '../registry/card.ts';
import { type Fact, fact } from './facts.ts';
import { authors, type ReportItem } from './items.ts';

export function outcomeFacts({ outcome, horizonDays }: ModelCard): readonly Fact[] {
  return [
    fact('outcome', { outcome }),
    ...(horizonDays === null ? [] : [fact('horizon', { days: horizonDays })]),
  ];
}

function studyOf({ imported, distillation }: ModelCard): Fact {
  if (imported !== undefined) return fact('study', { kind: 'imported' });
  return fact('study', { kind: distillation === undefined ? 'developed' : 'distilled' });
}

export function studyItems(card: ModelCard): readonly ReportItem[] {
  const { data, software } = card;
  return [
    authors('1', [studyOf(card), ...outcomeFacts(card)]),
    authors('2'),
    authors('3a'),
    authors('3b'),
    authors('3c'),
    authors('4', [studyOf(card)]),
    authors('17'),
    authors('18a'),
    authors('18b'),
    authors('18c'),
    authors('18d'),
    authors(
      '18e',
      data.sources.map((source) => fact('source', source)),
    ),
    authors(
      '18f',
      Object.entries(software).map(([name, version]) => fact('software', { name, version })),
    ),
    authors('19'),
  ];
}
