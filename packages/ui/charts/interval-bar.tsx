/** A risk with its interval on a line from 0 to 100 %: the uncertainty drawn, thresholds as ticks. */
import { scaleLinear } from '@visx/scale';

interface IntervalBarProps {
  /** All between 0 and 1. */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** Where the bands begin. */
  readonly thresholds: readonly number[];
  /** Read aloud instead of the picture. */
  readonly label: string;
  /** CSS colour of the interval and the value. */
  readonly colour: string;
  /** An earlier value to compare with, drawn hollow. */
  readonly before?: number;
}

const height = 14;
const middle = height / 2;

/** As wide as its place: positions are percentages, so that nothing scales the strokes. */
export function IntervalBar({ value, lower, upper, thresholds, label, colour, before }: IntervalBarProps) {
  const x = scaleLinear<number>({ domain: [0, 1], range: [1, 99], clamp: true });
  const at = (probability: number) => `${x(probability)}%`;
  return (
    <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
      <line x1="1%" x2="99%" y1={middle} y2={middle} className="stroke-line" strokeWidth={2} />
      {[0, ...thresholds, 1].map((threshold) => (
        <line
          key={threshold}
          x1={at(threshold)}
          x2={at(threshold)}
          y1={middle - 3}
          y2={middle + 3}
          className="stroke-line-strong"
        />
      ))}
      <rect
        x={at(lower)}
        width={`${Math.max(x(upper) - x(lower), 0.5)}%`}
        y={middle - 3.5}
        height={7}
        rx={3.5}
        fillOpacity={0.5}
        style={{ fill: colour }}
      />
      {before === undefined ? null : (
        <circle cx={at(before)} cy={middle} r={4} className="fill-surface stroke-muted" strokeWidth={1.5} />
      )}
      <circle
        cx={at(value)}
        cy={middle}
        r={4.5}
        className="stroke-surface"
        strokeWidth={1.5}
        style={{ fill: colour }}
      />
    </svg>
  );
}
