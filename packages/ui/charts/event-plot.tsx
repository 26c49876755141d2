/** Single events over time by their size: one of them emphasised, some marked by shape, and the range that is usual. */
import { scaleLinear } from '@visx/scale';

export type EventMark = 'plain' | 'confirmed' | 'refused' | 'present';

export interface PlottedEvent {
  readonly key: string | number;
  readonly at: number;
  readonly value: number;
  readonly mark: EventMark;
  /** Shown where a pointer rests on it. */
  readonly label: string;
}

interface EventPlotProps {
  readonly events: readonly PlottedEvent[];
  /** Drawn as a band with its word; null where nothing is usual. */
  readonly usual: { readonly low: number; readonly high: number; readonly word: string } | null;
  /** First and last moment of the axis. */
  readonly span: readonly [number, number];
  /** Moments that carry a light vertical line and a word below. */
  readonly ticks: readonly number[];
  readonly formatMoment: (at: number) => string;
  readonly formatValue: (value: number) => string;
  /** What each mark is called; those that do not occur are left out. */
  readonly marks: Readonly<Record<EventMark, string>>;
  /** Read aloud before the table. */
  readonly description: string;
}

const keyHeight = 22;
const plotHeight = 170;
const axisHeight = 22;
const top = keyHeight + 12;
const bottom = top + plotHeight;
/** In percent of the width: room for the words of the values at the left. */
const left = 9;
const right = 98;
const drawn: readonly EventMark[] = ['plain', 'refused', 'confirmed', 'present'];

/** As wide as its place: horizontal positions are percentages, so that text keeps its size. */
export function EventPlot(props: EventPlotProps) {
  const { events, usual, span, ticks, formatMoment, formatValue, marks, description } = props;
  const highest = Math.max(...events.map(({ value }) => value), usual?.high ?? 0);
  const x = scaleLinear<number>({ domain: [span[0], span[1]], range: [left, right] });
  const y = scaleLinear<number>({ domain: [0, highest], range: [bottom, top], nice: 4 });
  const present = events.find(({ mark }) => mark === 'present');
  const named = drawn.filter((mark) => events.some((event) => event.mark === mark));
  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      width="100%"
      height={bottom + axisHeight}
      className="block overflow-visible"
    >
      {named.map((mark, place) => (
        <svg key={mark} x={`${place * 25}%`} y={8} overflow="visible" aria-hidden="true">
          <g transform="translate(6 0)">
            <Mark mark={mark} />
          </g>
          <text x={16} dominantBaseline="central" className="fill-muted text-small">
            {marks[mark]}
          </text>
        </svg>
      ))}
      {usual === null ? null : (
        <rect
          x={`${left}%`}
          width={`${right - left}%`}
          y={y(usual.high)}
          height={Math.max(2, y(usual.low) - y(usual.high))}
          className="fill-accent-soft"
        />
      )}
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1={`${left}%`} x2={`${right}%`} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x="0" y={y(tick)} dominantBaseline="central" className="fill-muted text-small">
            {formatValue(tick)}
          </text>
        </g>
      ))}
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={`${x(tick)}%`} x2={`${x(tick)}%`} y1={top} y2={bottom} className="stroke-line" />
          <text
            x={`${x(tick)}%`}
            y={bottom + 16}
            textAnchor={x(tick) > 92 ? 'end' : 'middle'}
            className="fill-muted text-small"
          >
            {formatMoment(tick)}
          </text>
        </g>
      ))}
      {drawn.map((mark) =>
        events
          .filter((event) => event.mark === mark)
          .map((event) => (
            <svg key={event.key} x={`${x(event.at)}%`} y={y(event.value)} overflow="visible">
              <title>{event.label}</title>
              <Mark mark={mark} />
            </svg>
          )),
      )}
      {usual === null ? null : <UsualWord word={usual.word} y={y(usual.high) - 5} />}
      {present === undefined ? null : (
        <text
          x={`${x(present.at)}%`}
          dx={-10}
          y={y(present.value)}
          textAnchor="end"
          dominantBaseline="central"
          className="fill-ink text-body font-strong"
        >
          {formatValue(present.value)}
        </text>
      )}
    </svg>
  );
}

/** Over lines and marks, with a halo, away from the present event, which is mostly the last. */
function UsualWord({ word, y }: { word: string; y: number }) {
  return (
    <svg x={`${left}%`} y={y} overflow="visible" aria-hidden="true">
      <text x={6} strokeWidth={4} strokeLinejoin="round" className="fill-none stroke-surface text-small">
        {word}
      </text>
      <text x={6} className="fill-muted text-small">
        {word}
      </text>
    </svg>
  );
}

/** Around the origin. Each mark has a shape of its own, so that colour never stands alone. */
function Mark({ mark }: { mark: EventMark }) {
  switch (mark) {
    case 'plain':
      return <circle r={3} className="fill-muted" />;
    case 'refused':
      return (
        <rect x={-4} y={-4} width={8} height={8} className="fill-surface stroke-ink" strokeWidth={1.5} />
      );
    case 'confirmed':
      return <path d="M0,-6 L6,0 L0,6 L-6,0 Z" className="fill-error" />;
    case 'present':
      return (
        <>
          <circle r={6.5} className="fill-surface stroke-accent" strokeWidth={2} />
          <circle r={3} className="fill-accent" />
        </>
      );
  }
}
