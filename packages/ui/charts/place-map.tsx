/** Places on a plane around a home: where somebody was, and where they are now. */
import { scaleLinear } from '@visx/scale';

export interface MappedPlace {
  readonly key: string | number;
  readonly x: number;
  readonly y: number;
  /** How often; drawn as the size of the dot. */
  readonly times: number;
  readonly present: boolean;
  /** Shown where a pointer rests on it. */
  readonly label: string;
}

interface PlaceMapProps {
  readonly places: readonly MappedPlace[];
  readonly home: { readonly x: number; readonly y: number; readonly word: string } | null;
  /** Written beside the present place. */
  readonly presentWord: string;
  /** Lowest and highest coordinate in each direction. */
  readonly extent: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
  /** Read aloud before the table. */
  readonly description: string;
}

const size = 320;
const margin = 10;

export function PlaceMap({ places, home, presentWord, extent, description }: PlaceMapProps) {
  const x = scaleLinear<number>({ domain: [...extent.x], range: [margin, size - margin] });
  const y = scaleLinear<number>({ domain: [...extent.y], range: [size - margin, margin] });
  const present = places.find((place) => place.present);
  const most = Math.max(1, ...places.map(({ times }) => times));
  const others = places.filter((place) => !place.present);
  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      viewBox={`0 0 ${size} ${size}`}
      className="block w-full max-w-80"
    >
      <rect width={size} height={size} rx={4} className="fill-sunken" />
      {[0.25, 0.5, 0.75].map((part) => (
        <path
          key={part}
          d={`M${part * size},0 V${size} M0,${part * size} H${size}`}
          className="fill-none stroke-line"
        />
      ))}
      {home !== null && present !== undefined ? (
        <line
          x1={x(home.x)}
          y1={y(home.y)}
          x2={x(present.x)}
          y2={y(present.y)}
          className="stroke-accent"
          strokeDasharray="3 3"
        />
      ) : null}
      {others.map((place) => (
        <circle
          key={place.key}
          cx={x(place.x)}
          cy={y(place.y)}
          r={2.5 + 3 * Math.sqrt(place.times / most)}
          className="fill-muted"
          fillOpacity={0.7}
        >
          <title>{place.label}</title>
        </circle>
      ))}
      {home === null ? null : (
        <g transform={`translate(${x(home.x)} ${y(home.y)})`}>
          <path d="M-7,0 L0,-7 L7,0 V7 H-7 Z" className="fill-ink" />
          <Word x={x(home.x)} word={home.word} dy={home.y > (present?.y ?? 0) ? -12 : 18} />
        </g>
      )}
      {present === undefined ? null : (
        <g transform={`translate(${x(present.x)} ${y(present.y)})`}>
          <title>{present.label}</title>
          <circle r={7.5} className="fill-surface stroke-accent" strokeWidth={2} />
          <circle r={3.5} className="fill-accent" />
          <Word x={x(present.x)} word={presentWord} dy={(home?.y ?? 0) >= present.y ? 20 : -13} />
        </g>
      )}
    </svg>
  );
}

/** A word beside a place, towards the middle of the map so that it stays inside. */
function Word({ x, word, dy }: { x: number; word: string; dy: number }) {
  const anchor = x < 60 ? 'start' : x > size - 60 ? 'end' : 'middle';
  return (
    <>
      {/* A halo, so that the word is read where it lies over places. */}
      <text
        y={dy}
        textAnchor={anchor}
        strokeWidth={4}
        strokeLinejoin="round"
        className="fill-none stroke-sunken text-small font-strong"
      >
        {word}
      </text>
      <text y={dy} textAnchor={anchor} className="fill-ink text-small font-strong">
        {word}
      </text>
    </>
  );
}
