/** Lines with the band in which each could lie, over numbers or over amounts that span powers of ten; places on the axis can be marked. */
import { Group } from '@visx/group';
import { scaleLinear, scaleLog } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';
import { spreadLabels } from './spread-labels.ts';
import { ValueGrid } from './value-grid.tsx';

export interface BandLine {
  readonly id: string;
  /** Written at the line's end. */
  readonly label: string;
  /** `main` is what the chart is about, `context` what it is held against. */
  readonly tone: 'main' | 'context';
  /** In rising order of `x`; the band is drawn where every point has its ends. */
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly lower?: number;
    readonly upper?: number;
  }[];
}

interface BandChartProps {
  readonly lines: readonly BandLine[];
  /** Places of the axis with their words, the first as the most important one. */
  readonly marks: readonly { readonly x: number; readonly label: string }[];
  /** `powers`: equal steps are equal ratios, for which every `x` is above 0. */
  readonly scale: 'even' | 'powers';
  readonly description: string;
  readonly words: { readonly x: string; readonly y: string };
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
}

const size = { width: 440, height: 280 } as const;
const margin = { right: 80, bottom: 40, left: 64 } as const;
const markHeight = 16;
const width = size.width - margin.left - margin.right;

const strokes = { main: 'stroke-accent', context: 'stroke-muted' } as const;
const fills = { main: 'fill-accent', context: 'fill-muted' } as const;

export function BandChart({ lines, marks, scale, description, words, formatX, formatY }: BandChartProps) {
  const top = 26 + markHeight * marks.length;
  const height = size.height - top - margin.bottom;
  const all = lines.flatMap(({ points }) => points);
  const xs = all.map(({ x }) => x);
  const ys = all.flatMap(({ y, lower = y, upper = y }) => [y, lower, upper]);
  const domain = [Math.min(...xs), Math.max(...xs)];
  const x =
    scale === 'powers'
      ? scaleLog<number>({ domain, range: [0, width] })
      : scaleLinear<number>({ domain, range: [0, width] });
  const y = scaleLinear<number>({
    domain: [Math.min(0, ...ys), Math.max(0, ...ys)],
    range: [height, 0],
    nice: 4,
  });
  const labels = spreadLabels(
    lines.flatMap((line) => {
      const end = line.points.at(-1);
      return end ? [{ line, at: y(end.y) }] : [];
    }),
    { gap: 14, end: height },
  );
  const ticks = scale === 'powers' ? powersWithin(domain) : x.ticks(5);
  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="block h-auto w-full max-w-[32rem]"
    >
      <Group left={margin.left} top={top}>
        <ValueGrid ticks={y.ticks(4)} y={y} width={width} format={formatY} />
        <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="stroke-line-strong" />
        {ticks.map((tick) => (
          <text key={tick} x={x(tick)} y={height + 16} textAnchor="middle" className="fill-muted text-small">
            {formatX(tick)}
          </text>
        ))}
        <text x={width / 2} y={height + 34} textAnchor="middle" className="fill-muted text-small">
          {words.x}
        </text>
        <text x={-margin.left} y={12 - top} className="fill-muted text-small">
          {words.y}
        </text>
        {marks.map((mark, row) => (
          <Mark
            key={mark.label}
            x={x(mark.x)}
            from={(row - marks.length + 0.5) * markHeight}
            height={height}
            label={mark.label}
            side={sideOf(
              x(mark.x),
              marks.filter((other) => other !== mark).map((other) => x(other.x)),
            )}
            tone={row === 0 ? 'main' : 'context'}
          />
        ))}
        {lines.map(({ id, tone, points }) => (
          <g key={id}>
            {points.every(({ lower, upper }) => lower !== undefined && upper !== undefined) && (
              <AreaClosed
                data={[...points]}
                yScale={y}
                x={(point) => x(point.x)}
                y0={(point) => y(point.lower ?? point.y)}
                y1={(point) => y(point.upper ?? point.y)}
                className={fills[tone]}
                fillOpacity={0.15}
              />
            )}
            <LinePath
              data={[...points]}
              x={(point) => x(point.x)}
              y={(point) => y(point.y)}
              className={`fill-none ${strokes[tone]}`}
              strokeWidth={tone === 'main' ? 1.75 : 1.25}
              strokeDasharray={tone === 'main' ? undefined : '4 3'}
              strokeLinejoin="round"
            />
          </g>
        ))}
        {labels.map(({ line, placed }) => (
          <text
            key={line.id}
            x={width + 8}
            y={placed}
            dominantBaseline="central"
            className={`${fills[line.tone]} text-small`}
          >
            {line.label}
          </text>
        ))}
      </Group>
    </svg>
  );
}

/** A line from its words down to the axis. */
function Mark({
  x,
  from,
  height,
  label,
  side,
  tone,
}: {
  x: number;
  from: number;
  height: number;
  label: string;
  side: 'left' | 'right';
  tone: 'main' | 'context';
}) {
  return (
    <>
      <line
        x1={x}
        x2={x}
        y1={from - markHeight / 2}
        y2={height}
        className={strokes[tone]}
        strokeDasharray={tone === 'main' ? undefined : '2 3'}
      />
      <text
        x={side === 'left' ? x - 6 : x + 6}
        y={from}
        textAnchor={side === 'left' ? 'end' : 'start'}
        dominantBaseline="central"
        className={`${fills[tone]} text-small`}
      >
        {label}
      </text>
    </>
  );
}

/** As wide as the words of a mark may be. */
const roomForWords = 110;

/** Words stand away from the middle of all marks, so that no line of another goes through them, where there is room. */
function sideOf(x: number, others: readonly number[]): 'left' | 'right' {
  const wished =
    others.some((other) => other > x) || (others.length === 0 && x > width / 2) ? 'left' : 'right';
  if (wished === 'left') return x < roomForWords - margin.left ? 'right' : 'left';
  return width + margin.right - x < roomForWords ? 'left' : 'right';
}

function powersWithin([first, last]: readonly number[]): readonly number[] {
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(first) - 1e-9); 10 ** power <= last; power++)
    powers.push(10 ** power);
  return powers;
}
