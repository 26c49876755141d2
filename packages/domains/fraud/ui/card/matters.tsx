/** What matters to the model over many payments. */
import type { ModelCard } from '@praxis/core';
import { Figure, RankedBars } from '@praxis/ui';
import type { Wording } from '../wording.ts';
import { Section } from './section.tsx';

const mostBars = 12;
/** So many stand in the title. */
const leading = 3;

export function Matters({ card: { explanation }, wording }: { card: ModelCard; wording: Wording }) {
  const { card: word, feature: called, share: percent, number } = wording;
  const ranked = (explanation?.features ?? []).flatMap(({ feature, share, contribution }) =>
    share === null || contribution === null ? [] : [{ feature, share, contribution }],
  );
  const [most] = ranked;
  if (explanation === undefined || most === undefined) return null;
  const first = ranked.slice(0, leading);
  const bars = ranked.slice(0, mostBars).map(({ feature, share, contribution }) => {
    // The interval is that of the contribution, on the scale of the shares.
    const factor = contribution.value === 0 ? 0 : share / contribution.value;
    return {
      key: feature,
      label: called(feature),
      value: share,
      lower: contribution.lower * factor,
      upper: contribution.upper * factor,
      amount: percent(share),
    };
  });
  return (
    <Section title={word('matters')}>
      <div className="max-w-4xl">
        <Figure
          title={word('mattersFinding', {
            count: first.length,
            share: percent(first.reduce((sum, { share }) => sum + share, 0)),
          })}
          note={word('mattersNote', { rows: number(explanation.rows) })}
          file="fraud-importance"
          words={{ numbers: word('numbers') }}
          table={{
            columns: [word('feature'), word('share')],
            rows: ranked.map(({ feature, share }) => [called(feature), Number((100 * share).toFixed(2))]),
          }}
        >
          <RankedBars
            bars={bars}
            description={word('mattersDescription', {
              count: bars.length,
              all: explanation.features.length,
              most: called(most.feature),
            })}
          />
        </Figure>
      </div>
    </Section>
  );
}
