/** Net value by how many cards can be looked at: what one more analyst is worth. */
import { BandChart, Figure } from '@praxis/ui';
import type { CapacityFigures } from '../../service/capacity-figures.ts';
import { headsOf, type ShownFigures, units } from './shown-figures.ts';

/** Fewer looks than that in a day are none to hire for. */
const someReviews = 0.5;

const findingOf = ({ addsMinor, addsReviews }: CapacityFigures['oneMore']) =>
  addsReviews < someReviews ? 'nothing' : addsMinor.lower > 0 ? 'adds' : 'unsure';

export function OneMoreAnalyst({
  figures: { byCards, oneMore },
  assumptions: { reviewsPerDay, reviewCostMinor },
  currency,
  wording,
}: ShownFigures) {
  const { number } = wording;
  const about = (minor: number) => wording.about(minor, currency);
  const word = (key: string, values?: Record<string, string>) => wording.capacity(`analyst.${key}`, values);
  const { addsMinor } = oneMore;
  const used = Math.max(0, oneMore.addsReviews);
  const more = reviewsPerDay + oneMore.cards;
  return (
    <Figure
      title={word(findingOf(oneMore), {
        cards: number(oneMore.cards),
        adds: about(addsMinor.value),
        lower: about(addsMinor.lower),
        upper: about(addsMinor.upper),
        cost: wording.money(reviewCostMinor, currency),
      })}
      note={word('note', {
        cards: number(oneMore.cards),
        used: number(used, used >= 0.05 && used < 10 ? 1 : 0),
      })}
      file="net-value-by-cards"
      words={{ numbers: wording.capacity('numbers') }}
      table={{
        columns: headsOf(
          ['cards', 'fromMoney', 'netMoney', 'lowerMoney', 'upperMoney', 'perfectMoney'],
          word,
          currency,
        ),
        rows: byCards.map(({ cards, fromMinor, netMinor, perfectMinor }) => [
          cards,
          units(fromMinor),
          units(netMinor.value),
          units(netMinor.lower),
          units(netMinor.upper),
          units(perfectMinor),
        ]),
      }}
    >
      <BandChart
        lines={[
          {
            id: 'model',
            label: word('line'),
            tone: 'main',
            points: byCards.map(({ cards, netMinor: { value, lower, upper } }) => ({
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
            points: byCards.map(({ cards, perfectMinor }) => ({ x: cards, y: perfectMinor })),
          },
        ]}
        marks={[
          { x: reviewsPerDay, label: word('now', { cards: number(reviewsPerDay) }) },
          { x: more, label: word('more', { cards: number(more) }) },
        ]}
        scale="even"
        description={word('description')}
        words={{ x: word('x'), y: wording.capacity('perDay') }}
        formatX={(cards) => number(cards)}
        formatY={about}
      />
    </Figure>
  );
}
