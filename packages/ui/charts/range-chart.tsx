/** A small chart of one quantity over another, with the range in which most cases lie: a line and a band, or dots and bars. */
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';
import { ValueGrid } from './value-grid.tsx';

export interface RangePoint {
  /** A place on the axis; of single values, which have a label, their order counts. */
  readonly x: number;
  /** Written below a single value; null on an axis of numbers. */
  readonly label: string | null;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

interface RangeChartProps {
  /** In rising order of `x`, one at least. */
  readonly points: readonly RangePoint[];
  /** Where the vertical axis ends, so that charts beside each other compare; it begins at 0. */
  readonly top: number;
  readonly description: string;
  readonly words: { readonly x: string; readonly y: string };
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
}

const size = { width: 320, height: 200 } as const;
const margin = { top: 22, right: 14, bottom: 40, left: 40 } as const;
const inner = {
  width: size.width - margin.left - margin.right,
  height: size.height - margin.top - margin.bottom,
} as const;

export function RangeChart({ points, top, description, words, formatX, formatY }: RangeChartProps) {
  const single = points.every(({ label }) => label !== null);
  const [first, last] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 1];
  const numbers = scaleLinear<number>({ domain: [first, last], range: [0, inner.width] });
  // Single values have equal places, each in the middle of its own.
  const x = (point: RangePoint) =>
    single ? ((points.indexOf(point) + 0.5) / points.length) * inner.width : numbers(point.x);
  const y = scaleLinear<number>({ domain: [0, top], range: [inner.height, 0], nice: 3 });
  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="block h-auto w-full max-w-[24rem]"
    >
      <Group left={margin.left} top={margin.top}>
        <ValueGrid ticks={y.ticks(3)} y={y} width={inner.width} format={formatY} />
        {single ? (
          points.map((point) => (
            <g key={point.x}>
              <line
                x1={x(point)}
                x2={x(point)}
                y1={y(point.low)}
                y2={y(point.high)}
                className="stroke-accent"
                strokeWidth={7}
                strokeOpacity={0.2}
              />
              <circle cx={x(point)} cy={y(point.y)} r={4} className="fill-accent" />
              <Tick x={x(point)} text={point.label ?? ''} />
            </g>
          ))
        ) : (
          <>
            <AreaClosed
              data={[...points]}
              yScale={y}
              x={x}
              y0={({ low }) => y(low)}
              y1={({ high }) => y(high)}
              className="fill-accent"
              fillOpacity={0.15}
            />
            <LinePath
              data={[...points]}
              x={x}
              y={(point) => y(point.y)}
              className="fill-none stroke-accent"
              strokeWidth={1.75}
              strokeLinejoin="round"
            />
            {points.map((point) => (
              <line
                key={point.x}
                x1={x(point)}
                x2={x(point)}
                y1={inner.height}
                y2={inner.height - 5}
                className="stroke-line-strong"
              />
            ))}
            {numbers.ticks(4).map((tick) => (
              <Tick key={tick} x={numbers(tick)} text={formatX(tick)} />
            ))}
          </>
        )}
        <text x={inner.width / 2} y={inner.height + 33} textAnchor="middle" className="fill-muted text-small">
          {words.x}
        </text>
        <text x={-margin.left} y={-10} className="fill-muted text-small">
          {words.y}
        </text>
      </Group>
    </svg>
  );
}

function Tick({ x, text }: { x: number; text: string }) {
  return (
    <text x={x} y={inner.height + 16} textAnchor="middle" className="fill-muted text-small">
      {text}
    </text>
  );
}
