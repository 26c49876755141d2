/** How many of the cards that are looked at hold a fraud, and how many could. */
import { BandChart, Figure } from '@praxis/ui';
import type { ShownFigures } from './shown-figures.ts';

export function Precision({
  figures: { precisionByCards },
  assumptions: { reviewsPerDay },
  wording,
}: ShownFigures) {
  const { number } = wording;
  const word = (key: string, values?: Record<string, string>) => wording.capacity(`precision.${key}`, values);
  const now = precisionByCards.find(({ cards }) => cards === reviewsPerDay);
  const percent = (share: number) => Number((100 * share).toFixed(1));
  const found = (share: number) => number(share * reviewsPerDay, share * reviewsPerDay < 10 ? 1 : 0);
  return (
    <Figure
      title={word('title', {
        cards: number(reviewsPerDay),
        hits: found(now?.precision.value ?? 0),
        ceiling: found(now?.ceiling ?? 0),
      })}
      note={word('note')}
      file="precision-by-cards"
      words={{ numbers: wording.capacity('numbers') }}
      table={{
        columns: ['cards', 'precision', 'lower', 'upper', 'ceiling'].map((name) => word(`columns.${name}`)),
        rows: precisionByCards.map(({ cards, precision, ceiling }) => [
          cards,
          percent(precision.value),
          percent(precision.lower),
          percent(precision.upper),
          percent(ceiling),
        ]),
      }}
    >
      <BandChart
        lines={[
          {
            id: 'model',
            label: word('line'),
            tone: 'main',
            points: precisionByCards.map(({ cards, precision: { value, lower, upper } }) => ({
              x: cards,
              y: value,
              lower,
              upper,
            })),
          },
          {
            id: 'perfect',
            label: word('perfect'),
            tone: 'context',
            points: precisionByCards.map(({ cards, ceiling }) => ({ x: cards, y: ceiling })),
          },
        ]}
        marks={[{ x: reviewsPerDay, label: word('now', { cards: number(reviewsPerDay) }) }]}
        scale="even"
        description={word('description')}
        words={{ x: word('x'), y: word('y') }}
        formatX={(cards) => number(cards)}
        formatY={wording.share}
      />
    </Figure>
  );
}
