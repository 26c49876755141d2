/** How the model's answer goes with each of the features that matter most, as small charts beside each other. */
import type { ModelCard } from '@praxis/core';
import { Figure, RangeChart } from '@praxis/ui';
import type { Wording } from '../wording.ts';

type Explanation = NonNullable<ModelCard['explanation']>;
type Curve = Explanation['dependence'][number];
type Point = Curve['points'][number];

export function Dependence({
  explanation,
  card,
  wording,
}: {
  explanation: Explanation;
  card: ModelCard;
  wording: Wording;
}) {
  const { dependence, rows } = explanation;
  const drawn = dependence.filter(({ points }) => points.length > 1);
  const top = Math.max(0, ...drawn.flatMap(({ points }) => points.map(({ high }) => high)));
  return (
    <div className="mt-6 flex flex-col gap-4">
      <div>
        <h3>{wording.screen('card.figures.matters.dependence.title')}</h3>
        <p className="max-w-prose text-small text-muted">
          {wording.screen('card.figures.matters.dependence.note', { rows: wording.number(rows) })}
        </p>
      </div>
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {drawn.map((curve) => (
          <div key={curve.feature} className="min-w-0">
            <OneFeature curve={curve} card={card} top={top} wording={wording} />
          </div>
        ))}
      </div>
    </div>
  );
}

function OneFeature({
  curve: { feature, points },
  card,
  top,
  wording,
}: {
  curve: Curve;
  card: ModelCard;
  top: number;
  wording: Wording;
}) {
  const { screen, percent, labelOf, number, unitOf, shown } = wording;
  const word = (key: string, values?: Record<string, string | number>) =>
    screen(`card.figures.matters.dependence.${key}`, values);
  const kind = card.features.find(({ name }) => name === feature)?.kind ?? 'number';
  const label = labelOf(feature);
  const unit = unitOf(feature);
  const title = word(
    ...finding(points, (point) => valueText(feature, kind, point.value, wording), wording, label),
  );
  const share = (value: number) => Number((100 * value).toFixed(1));
  return (
    <Figure
      title={title}
      file={`dependence-${card.outcome}-${feature}`}
      words={{ numbers: screen('numbers') }}
      table={{
        columns: ['value', 'mean', 'low', 'middle', 'high'].map((name) => word(`columns.${name}`)),
        rows: points.map((point) => [
          valueText(feature, kind, point.value, wording),
          share(point.mean),
          share(point.low),
          share(point.middle),
          share(point.high),
        ]),
      }}
    >
      <RangeChart
        points={points.map(({ value, mean, low, high }, place) => ({
          x: typeof value === 'number' ? shown(feature, value) : place,
          label: kind === 'number' || kind === 'count' ? null : valueText(feature, kind, value, wording),
          y: mean,
          low,
          high,
        }))}
        top={top}
        description={title}
        words={{ x: unit === null ? label : word('axis', { feature: label, unit }), y: word('risk') }}
        formatX={(value) => number(value, Number.isInteger(value) ? 0 : 1)}
        formatY={(value) => percent(value)}
      />
    </Figure>
  );
}

type Kind = ModelCard['features'][number]['kind'];

/** A value as people say it: "no", "female", "152 mmHg". */
function valueText(feature: string, kind: Kind, value: number | string, wording: Wording): string {
  const { screen, inSentence, number, quantity } = wording;
  if (typeof value === 'string') return value;
  if (feature === 'male') return inSentence(screen(value === 1 ? 'sex.male' : 'sex.female'));
  if (kind === 'flag') return screen(value === 1 ? 'value.yes' : 'value.no');
  return kind === 'count' ? number(value) : quantity(feature, value);
}

/** The word and its values: from the lowest to the highest mean, or that both are written alike. */
function finding(
  points: readonly Point[],
  write: (point: Point) => string,
  { percent }: Wording,
  feature: string,
): [string, Record<string, string>] {
  const [first, ...rest] = points;
  if (first === undefined) return ['flat', { feature, low: '' }];
  const lowest = rest.reduce((least, point) => (point.mean < least.mean ? point : least), first);
  const highest = rest.reduce((most, point) => (point.mean > most.mean ? point : most), first);
  const [low, high] = [percent(lowest.mean), percent(highest.mean)];
  if (low === high) return ['flat', { feature, low }];
  return ['finding', { feature, low, lowAt: write(lowest), high, highAt: write(highest) }];
}
