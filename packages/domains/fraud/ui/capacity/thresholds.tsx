/** Net value by the expected loss from which a card is looked at. */
import { BandChart, Figure } from '@praxis/ui';
import { headsOf, type ShownFigures, units } from './shown-figures.ts';

export function Thresholds({
  figures: { best, byThreshold },
  currency,
  wording,
  presentMinor,
}: ShownFigures & { readonly presentMinor: number }) {
  const about = (minor: number) => wording.about(minor, currency);
  const word = (key: string, values?: Record<string, string>) => wording.capacity(`threshold.${key}`, values);
  const title =
    best.value.precision === null
      ? word('titleNone')
      : word('title', { from: about(best.fromMinor), net: about(best.netMinor.value) });
  return (
    <Figure
      title={title}
      note={word('note', {
        chosen: about(best.chosenBeforeMinor),
        worst: about(best.worstDayMinor),
        best: about(best.bestDayMinor),
      })}
      file="net-value-by-threshold"
      words={{ numbers: wording.capacity('numbers') }}
      table={{
        columns: headsOf(
          ['fromMoney', 'netMoney', 'lowerMoney', 'upperMoney', 'reviews', 'precision'],
          word,
          currency,
        ),
        rows: byThreshold.map(({ fromMinor, netMinor, reviews, precision }) => [
          units(fromMinor),
          units(netMinor.value),
          units(netMinor.lower),
          units(netMinor.upper),
          Number(reviews.toFixed(1)),
          precision === null ? null : Number((100 * precision).toFixed(1)),
        ]),
      }}
    >
      <BandChart
        lines={[
          {
            id: 'net',
            label: word('line'),
            tone: 'main',
            points: byThreshold.map(({ fromMinor, netMinor: { value, lower, upper } }) => ({
              x: fromMinor,
              y: value,
              lower,
              upper,
            })),
          },
        ]}
        marks={[
          { x: best.fromMinor, label: word('best', { from: about(best.fromMinor) }) },
          { x: presentMinor, label: word('present', { from: about(presentMinor) }) },
        ]}
        scale="powers"
        description={word('description')}
        words={{ x: word('x'), y: wording.capacity('perDay') }}
        formatX={about}
        formatY={about}
      />
    </Figure>
  );
}
