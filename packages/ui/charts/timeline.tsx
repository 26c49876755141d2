/** Measurements and named moments over time: small multiples in one drawing that share the time axis. */
import { scaleLinear } from '@visx/scale';
import type { ReactNode } from 'react';

export interface TimelineSeries {
  readonly key: string;
  /** "Systolic pressure, mmHg". */
  readonly label: string;
  /** Written at the right, beside the newest point: "152, 12 days before". */
  readonly last: string;
  readonly values: readonly { readonly day: number; readonly value: number }[];
  /** Writes a value beside its point; left out, the points stay bare. */
  readonly write?: (value: number) => string;
  /** Where the value is only yes (1) or no (0): filled and hollow marks on one line. */
  readonly binary?: boolean;
}

export interface TimelineMark {
  readonly day: number;
  readonly label: string;
}

interface TimelineProps {
  readonly series: readonly TimelineSeries[];
  readonly marks: readonly TimelineMark[];
  /** First and last day of the axis. */
  readonly days: readonly [number, number];
  /** Days that carry a light vertical line and a word below. */
  readonly ticks: readonly number[];
  readonly format: (day: number) => string;
  /** Read aloud before the table. */
  readonly description: string;
}

const labelHeight = 22;
const plotHeight = 64;
/** Room for the words above the highest and below the lowest point. */
const wordHeight = 17;
/** For yes or no, and where every value is the same. */
const lineHeight = 18;
const markHeight = 22;
const gap = 14;
const axisHeight = 22;

type DayScale = (day: number) => number;

/** As wide as its place: horizontal positions are percentages, so that text keeps its size. */
export function Timeline({ series, marks, days, ticks, format, description }: TimelineProps) {
  const x: DayScale = scaleLinear<number>({ domain: [days[0], days[1]], range: [1, 99] });
  const heights = series.map((one) => labelHeight + stripHeight(one) + gap);
  const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 0));
  const marksTop = heights.reduce((sum, height) => sum + height, 0);
  const axisTop = marksTop + marks.length * markHeight + 4;
  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      width="100%"
      height={axisTop + axisHeight}
      className="block overflow-visible"
    >
      {ticks.map((day) => (
        <line key={day} x1={`${x(day)}%`} x2={`${x(day)}%`} y1={0} y2={axisTop} className="stroke-line" />
      ))}
      {series.map((one, index) => (
        <Strip key={one.key} series={one} top={tops[index] ?? 0} x={x} />
      ))}
      {marks.map((mark, row) => (
        <Mark
          key={`${mark.day}:${mark.label}`}
          mark={mark}
          middle={marksTop + row * markHeight + markHeight / 2}
          x={x}
        />
      ))}
      <line x1="1%" x2="99%" y1={axisTop} y2={axisTop} className="stroke-line-strong" />
      {ticks.map((day) => {
        const left = x(day);
        return (
          <text
            key={day}
            x={`${left}%`}
            y={axisTop + 15}
            textAnchor={left < 8 ? 'start' : left > 92 ? 'end' : 'middle'}
            className="fill-muted text-small"
          >
            {format(day)}
          </text>
        );
      })}
    </svg>
  );
}

function stripHeight({ binary, values }: TimelineSeries): number {
  const first = values[0]?.value;
  return binary || values.every(({ value }) => value === first) ? lineHeight : plotHeight;
}

function Strip({ series, top, x }: { series: TimelineSeries; top: number; x: DayScale }): ReactNode {
  const { label, last, values, binary, write } = series;
  const height = stripHeight(series);
  const all = values.map((point) => point.value);
  const low = Math.min(...all);
  const high = Math.max(...all);
  const flat = high === low;
  const scale = scaleLinear<number>({ domain: [low, high], range: [height - wordHeight, wordHeight] });
  const y = (value: number) => (binary || flat ? height / 2 : scale(value));
  const extremes = flat
    ? []
    : [values.find(({ value }) => value === high), values.find(({ value }) => value === low)];
  const path = values.map((point, at) => `${at ? 'L' : 'M'}${x(point.day)},${y(point.value)}`).join('');
  return (
    <>
      <text x="0" y={top + 14} className="fill-ink text-body">
        {label}
      </text>
      <text x="100%" y={top + 14} textAnchor="end" className="fill-muted text-body">
        {last}
      </text>
      {/* The line alone is stretched to the width; its stroke is not. */}
      <svg
        aria-hidden="true"
        y={top + labelHeight}
        width="100%"
        height={height}
        viewBox={`0 0 100 ${height}`}
        preserveAspectRatio="none"
      >
        <path
          d={path}
          className="fill-none stroke-line-strong"
          strokeWidth={1.25}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {values.map((point) => (
        <circle
          key={`${point.day}:${point.value}`}
          cx={`${x(point.day)}%`}
          cy={top + labelHeight + y(point.value)}
          r={binary ? 4 : 2.5}
          className={binary && point.value === 0 ? 'fill-surface stroke-ink' : 'fill-ink'}
        />
      ))}
      {write === undefined || binary
        ? null
        : extremes.map((point, lowest) =>
            point === undefined ? null : (
              <text
                key={point.day}
                x={`${x(point.day)}%`}
                y={top + labelHeight + y(point.value) + (lowest ? 15 : -6)}
                textAnchor={x(point.day) < 4 ? 'start' : x(point.day) > 96 ? 'end' : 'middle'}
                className="fill-muted text-small"
              >
                {write(point.value)}
              </text>
            ),
          )}
    </>
  );
}

/** A mark and its words, on its own line so that no label covers another. */
function Mark({ mark, middle, x }: { mark: TimelineMark; middle: number; x: DayScale }) {
  const left = x(mark.day);
  const toTheLeft = left > 55;
  return (
    <>
      <rect x={`${left}%`} y={middle - 6} width={3} height={12} className="fill-ink" />
      <text
        x={`${left}%`}
        dx={toTheLeft ? -6 : 9}
        y={middle}
        dominantBaseline="central"
        textAnchor={toTheLeft ? 'end' : 'start'}
        className="fill-ink text-body"
      >
        {mark.label}
      </text>
    </>
  );
}
