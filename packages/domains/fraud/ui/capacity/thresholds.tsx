/** Net value by the expected loss from which a card is looked at. */
import { BandChart, Figure } from '@praxis/ui';
import type { ShownFigures } from './shown-figures.ts';

export function Thresholds({
  figures: { best, byThreshold },
  currency,
  wording,
  presentMinor,
}: ShownFigures & { readonly presentMinor: number }) {
  const money = (minor: number) => wording.money(minor, currency);
  const about = (minor: number) => wording.about(minor, currency);
  const word = (key: string, values?: Record<string, string>) => wording.capacity(`threshold.${key}`, values);
  const title =
    best.value.precision === null
      ? word('titleNone')
      : word('title', { from: money(best.fromMinor), net: about(best.netMinor.value) });
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
        columns: ['from', 'net', 'lower', 'upper', 'reviews', 'precision'].map((name) =>
          word(`columns.${name}`),
        ),
        rows: byThreshold.map(({ fromMinor, netMinor, reviews, precision }) => [
          money(fromMinor),
          about(netMinor.value),
          about(netMinor.lower),
          about(netMinor.upper),
          wording.number(reviews, 1),
          precision === null ? null : wording.share(precision),
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
          { x: best.fromMinor, label: word('best', { from: money(best.fromMinor) }) },
          { x: presentMinor, label: word('present', { from: money(presentMinor) }) },
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
