/** Decision curve: what acting on a model is worth at each threshold, beside treating everyone and no one. */
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';
import { useId } from 'react';
import { ValueGrid } from './value-grid.tsx';

export interface DecisionCurvePoint {
  /** 0 to 1. */
  readonly threshold: number;
  /** Net benefit of the model with its 95 % interval, and of treating everyone; that of treating no one is 0. */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly treatAll: number;
}

interface DecisionCurvePlotProps {
  /** In rising order of the threshold, one at least. */
  readonly points: readonly DecisionCurvePoint[];
  /** Thresholds between which the model is better than both; null: nowhere. */
  readonly better: { readonly from: number; readonly to: number } | null;
  readonly description: string;
  readonly words: {
    readonly threshold: string;
    readonly benefit: string;
    /** Written on the lines. */
    readonly model: string;
    readonly treatAll: string;
    readonly treatNone: string;
  };
  readonly formatThreshold: (threshold: number) => string;
  readonly formatBenefit: (benefit: number) => string;
}

const size = { width: 440, height: 320 } as const;
const margin = { top: 28, right: 12, bottom: 44, left: 44 } as const;
const inner = {
  width: size.width - margin.left - margin.right,
  height: size.height - margin.top - margin.bottom,
} as const;

/** Below no benefit only the words of two lines stand. */
const shareBelowZero = 0.16;

export function DecisionCurvePlot({
  points,
  better,
  description,
  words,
  formatThreshold,
  formatBenefit,
}: DecisionCurvePlotProps) {
  const clip = useId();
  const top = Math.max(0.001, ...points.flatMap(({ upper, treatAll }) => [upper, treatAll]));
  const bottom = -shareBelowZero * top;
  const last = points.at(-1)?.threshold ?? 1;
  const x = scaleLinear<number>({ domain: [0, last], range: [0, inner.width] });
  const y = scaleLinear<number>({ domain: [bottom, top], range: [inner.height, 0] });
  const named = points[Math.floor(points.length / 3)];
  const gone = points.find(({ treatAll }) => treatAll <= bottom)?.threshold ?? last;
  const left = x(gone) > inner.width * 0.6;
  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="block h-auto w-full max-w-[30rem]"
    >
      <Group left={margin.left} top={margin.top}>
        {better === null ? null : (
          <rect
            x={x(better.from)}
            width={Math.max(2, x(better.to) - x(better.from))}
            y={0}
            height={inner.height}
            className="fill-accent"
            fillOpacity={0.07}
          />
        )}
        <ValueGrid
          ticks={y.ticks(4).filter((tick) => tick >= 0)}
          y={y}
          width={inner.width}
          format={formatBenefit}
        />
        {x.ticks(6).map((tick) => (
          <text
            key={tick}
            x={x(tick)}
            y={inner.height + 16}
            textAnchor="middle"
            className="fill-muted text-small"
          >
            {formatThreshold(tick)}
          </text>
        ))}
        <clipPath id={clip}>
          <rect x={0} y={-2} width={inner.width} height={inner.height + 2} />
        </clipPath>
        <line x1={0} x2={inner.width} y1={y(0)} y2={y(0)} className="stroke-muted" strokeWidth={1.25} />
        <g clipPath={`url(#${clip})`}>
          <LinePath
            data={[...points]}
            x={({ threshold }) => x(threshold)}
            y={({ treatAll }) => y(treatAll)}
            className="fill-none stroke-muted"
            strokeWidth={1.25}
            strokeDasharray="4 3"
          />
          <AreaClosed
            data={[...points]}
            yScale={y}
            x={({ threshold }) => x(threshold)}
            y0={({ lower }) => y(lower)}
            y1={({ upper }) => y(upper)}
            className="fill-accent"
            fillOpacity={0.2}
          />
          <LinePath
            data={[...points]}
            x={({ threshold }) => x(threshold)}
            y={({ value }) => y(value)}
            className="fill-none stroke-accent"
            strokeWidth={1.75}
          />
        </g>
        {named === undefined ? null : (
          <text x={x(named.threshold) + 6} y={y(named.upper) - 8} className="fill-accent text-small">
            {words.model}
          </text>
        )}
        <text
          x={x(gone) + (left ? -14 : 6)}
          y={y(bottom) - 6}
          textAnchor={left ? 'end' : 'start'}
          className="fill-muted text-small"
        >
          {words.treatAll}
        </text>
        <text x={inner.width} y={y(0) + 16} textAnchor="end" className="fill-muted text-small">
          {words.treatNone}
        </text>
        <text x={inner.width / 2} y={inner.height + 36} textAnchor="middle" className="fill-muted text-small">
          {words.threshold}
        </text>
        <text x={-margin.left} y={-14} className="fill-muted text-small">
          {words.benefit}
        </text>
      </Group>
    </svg>
  );
}
