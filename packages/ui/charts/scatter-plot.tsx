/** Points in a plane: shape and colour say of what kind each is, filled or hollow of which part. */
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';

export interface ScatterGroup {
  readonly id: string;
  /** Written beside its mark in the key. */
  readonly label: string;
  /** `context` points are circles, those that the chart is about triangles, in another colour and drawn over them. */
  readonly tone: 'context' | 'main';
  readonly filled: boolean;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

interface ScatterPlotProps {
  readonly groups: readonly ScatterGroup[];
  /** An ellipse around 0, by its half axes, and what the key says of it. */
  readonly region: { readonly x: number; readonly y: number; readonly label: string };
  readonly description: string;
  /** The titles of the axes, each in as many lines as it has. */
  readonly words: { readonly x: readonly string[]; readonly y: readonly string[] };
  readonly format: (value: number) => string;
}

const lineHeight = 16;
const plot = { width: 336, height: 280 } as const;
const left = 40;
const keyColumn = 192;

type Mark = Pick<ScatterGroup, 'tone' | 'filled'>;

export function ScatterPlot({ groups, region, description, words, format }: ScatterPlotProps) {
  const all = groups.flatMap(({ points }) => points);
  const scale = (edge: number, values: readonly number[], range: [number, number]) =>
    scaleLinear<number>({
      domain: [Math.min(-edge, ...values), Math.max(edge, ...values)],
      range,
      nice: 5,
    });
  const x = scale(
    region.x,
    all.map((point) => point.x),
    [0, plot.width],
  );
  const y = scale(
    region.y,
    all.map((point) => point.y),
    [plot.height, 0],
  );
  const keyRows = Math.ceil((groups.length + 1) / 2);
  const top = keyRows * lineHeight + 10 + words.y.length * lineHeight + 6;
  const size = {
    width: left + plot.width + 12,
    height: top + plot.height + 26 + words.x.length * lineHeight,
  };
  const layered = [...groups].sort((a, b) => Number(a.tone === 'main') - Number(b.tone === 'main'));
  const places = [...groups.keys(), groups.length].map((at) => ({
    x: 6 + (at % 2) * keyColumn,
    y: 8 + Math.floor(at / 2) * lineHeight,
  }));
  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="block h-auto w-full max-w-[30rem]"
    >
      {[...groups.map(({ label }) => label), region.label].map((label, at) => (
        <KeyEntry key={label} label={label} of={groups[at] ?? null} place={places[at] ?? { x: 0, y: 0 }} />
      ))}
      {words.y.map((line, at) => (
        <text
          key={line}
          x={0}
          y={top - 10 - (words.y.length - 1 - at) * lineHeight}
          className="fill-muted text-small"
        >
          {line}
        </text>
      ))}
      <Group left={left} top={top}>
        {y.ticks(5).map((tick) => (
          <g key={tick}>
            <line x1={0} x2={plot.width} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text
              x={-8}
              y={y(tick)}
              textAnchor="end"
              dominantBaseline="central"
              className="fill-muted text-small"
            >
              {format(tick)}
            </text>
          </g>
        ))}
        {x.ticks(6).map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={0} y2={plot.height} className="stroke-line" />
            <text x={x(tick)} y={plot.height + 16} textAnchor="middle" className="fill-muted text-small">
              {format(tick)}
            </text>
          </g>
        ))}
        {words.x.map((line, at) => (
          <text
            key={line}
            x={plot.width}
            y={plot.height + 34 + at * lineHeight}
            textAnchor="end"
            className="fill-muted text-small"
          >
            {line}
          </text>
        ))}
        {layered.map((group) => (
          <g key={group.id}>
            {group.points.map((point, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is nothing but its place in the list
              <PointMark key={at} of={group} x={x(point.x)} y={y(point.y)} />
            ))}
          </g>
        ))}
        <ellipse
          cx={x(0)}
          cy={y(0)}
          rx={x(region.x) - x(0)}
          ry={y(0) - y(region.y)}
          className="fill-none stroke-ink"
          strokeDasharray="4 3"
        />
      </Group>
    </svg>
  );
}

/** @param of null: the region */
function KeyEntry({
  label,
  of,
  place,
}: {
  label: string;
  of: Mark | null;
  place: { readonly x: number; readonly y: number };
}) {
  return (
    <g>
      {of ? (
        <PointMark of={of} x={place.x} y={place.y} />
      ) : (
        <line
          x1={place.x - 6}
          x2={place.x + 8}
          y1={place.y}
          y2={place.y}
          className="stroke-ink"
          strokeDasharray="4 3"
        />
      )}
      <text x={place.x + 12} y={place.y} dominantBaseline="central" className="fill-muted text-small">
        {label}
      </text>
    </g>
  );
}

const colours = {
  context: { filled: 'fill-muted', hollow: 'fill-none stroke-muted' },
  main: { filled: 'fill-accent', hollow: 'fill-none stroke-accent' },
} as const;

function PointMark({ of: { tone, filled }, x, y }: { of: Mark; x: number; y: number }) {
  const className = colours[tone][filled ? 'filled' : 'hollow'];
  const opacity = filled ? 0.6 : undefined;
  return tone === 'main' ? (
    <path
      d={`M${x},${y - 4.2} l3.9,6.8 h-7.8 z`}
      className={className}
      strokeWidth={1.2}
      fillOpacity={opacity}
    />
  ) : (
    <circle cx={x} cy={y} r={2.7} className={className} strokeWidth={1.1} fillOpacity={opacity} />
  );
}
