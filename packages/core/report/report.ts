/** A model card as a report after TRIPOD+AI: every item, in the order of the statement. */
import type { ModelCard } from '../registry/card.ts';
import { analysisItems } from './analysis.ts';
import { dataItems } from './data.ts';
import { type ReportItem, sections } from './items.ts';
import { resultItems } from './results.ts';
import { studyItems } from './study.ts';

/**
 * What the card holds of each item, what it cannot hold, and what does not apply. Nothing is said that the card does not.
 *
 * Collins et al., TRIPOD+AI statement, BMJ 2024;385:e078378.
 */
export function reportOf(card: ModelCard): readonly ReportItem[] {
  const items = new Map(
    [...studyItems(card), ...dataItems(card), ...analysisItems(card), ...resultItems(card)].map((item) => [
      item.item,
      item,
    ]),
  );
  return Object.values(sections).flatMap((numbers) =>
    numbers.flatMap((number) => {
      const item = items.get(number);
      return item === undefined ? [] : [item];
    }),
  );
}
