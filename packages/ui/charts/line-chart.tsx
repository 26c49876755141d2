/** Lines over a common axis, each with its name where it ends. */
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { useId } from 'react';
import { spreadLabels } from './spread-labels.ts';
import { ValueGrid } from './value-grid.tsx';

export interface ChartLine {
  readonly id: string;
  /** Written at the line's end; null for lines that need no name of their own. */
  readonly label: string | null;
  /** `main` is what the chart is about, `context` what it is held against, `faded` what stands back for now. */
  readonly tone: 'main' | 'context' | 'faded';
  readonly dashed?: boolean;
  /** In ascending order of `x`. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

interface LineChartProps {
  readonly lines: readonly ChartLine[];
  readonly description: string;
  readonly words: { readonly x: string; readonly y: string };
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
}

const size = { width: 364, height: 240 } as const;
const margin = { top: 22, right: 72, bottom: 38, left: 46 } as const;
const inner = {
  width: size.width - margin.left - margin.right,
  height: size.height - margin.top - margin.bottom,
} as const;

const strokes = { main: 'stroke-accent', context: 'stroke-muted', faded: 'stroke-line' } as const;
const fills = { main: 'fill-accent', context: 'fill-muted', faded: 'fill-line' } as const;

export function LineChart({ lines, description, words, formatX, formatY }: LineChartProps) {
  const clip = useId();
  const drawn = lines.filter(({ points }) => points.length > 0);
  const all = drawn.flatMap(({ points }) => points);
  const [low, high] = focus(drawn);
  const [first, last] = extent(all.map((point) => point.x));
  const x = scaleLinear<number>({ domain: [first, Math.max(last, first + 1)], range: [0, inner.width] });
  const y = scaleLinear<number>({ domain: [low, high], range: [inner.height, 0], nice: 4 });
  const labels = spreadLabels(
    drawn.flatMap((line) => {
      const end = line.points.at(-1);
      return line.label !== null && end ? [{ line, text: line.label, x: x(end.x), at: y(end.y) }] : [];
    }),
    { gap: 14, end: inner.height },
  );
  // Faded lines first, so that what matters is drawn over them.
  const order = { faded: 0, context: 1, main: 2 } as const;
  const layered = [...drawn].sort((a, b) => order[a.tone] - order[b.tone]);

  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="block h-auto w-full max-w-[26rem]"
    >
      <Group left={margin.left} top={margin.top}>
        <ValueGrid ticks={y.ticks(4)} y={y} width={inner.width} format={formatY} />
        {x
          .ticks(5)
          .filter(Number.isInteger)
          .map((tick) => (
            <text
              key={tick}
              x={x(tick)}
              y={inner.height + 16}
              textAnchor="middle"
              className="fill-muted text-small"
            >
              {formatX(tick)}
            </text>
          ))}
        <text x={inner.width / 2} y={inner.height + 33} textAnchor="middle" className="fill-muted text-small">
          {words.x}
        </text>
        <text x={-margin.left} y={-10} className="fill-muted text-small">
          {words.y}
        </text>
        <clipPath id={clip}>
          <rect x={-3} y={0} width={inner.width + 6} height={inner.height + 3} />
        </clipPath>
        {layered.map((line) => (
          <g key={line.id} clipPath={`url(#${clip})`}>
            <LinePath
              data={[...line.points]}
              x={(point) => x(point.x)}
              y={(point) => y(point.y)}
              className={`fill-none ${strokes[line.tone]}`}
              strokeWidth={line.tone === 'main' ? 1.75 : 1.25}
              strokeDasharray={line.dashed ? '3 3' : undefined}
              strokeLinejoin="round"
            />
            <EndPoint point={line.points.at(-1)} x={x} y={y} className={fills[line.tone]} />
          </g>
        ))}
        {labels.map(({ line, text, x: end, at, placed }) => (
          <g key={line.id}>
            <path
              d={`M${end + 4},${at} L${inner.width + 4},${placed}`}
              className={`fill-none ${strokes[line.tone]}`}
              strokeOpacity={0.35}
            />
            <text
              x={inner.width + 8}
              y={placed}
              dominantBaseline="central"
              className={`${fills[line.tone]} text-small`}
            >
              {text}
            </text>
          </g>
        ))}
      </Group>
    </svg>
  );
}

function EndPoint({
  point,
  x,
  y,
  className,
}: {
  point: { x: number; y: number } | undefined;
  x: (value: number) => number;
  y: (value: number) => number;
  className: string;
}) {
  return point ? <circle cx={x(point.x)} cy={y(point.y)} r={2} className={className} /> : null;
}

/**
 * The range worth looking at: where the first steps fall steeply, they alone would fill the picture, so lines may enter
 * it from above. The table beside the chart has every figure.
 */
function focus(lines: readonly ChartLine[]): [number, number] {
  const [low, high] = extent(lines.flatMap(({ points }) => points.map(({ y }) => y)));
  const [, settled] = extent(
    lines.flatMap(({ points }) => points.slice(Math.ceil(points.length / 8)).map(({ y }) => y)),
  );
  return settled > low && high - low > 2.5 * (settled - low)
    ? [low, low + 1.5 * (settled - low)]
    : [low, high];
}

function extent(values: readonly number[]): [number, number] {
  return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
}
