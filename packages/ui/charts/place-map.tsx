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

/** Lowest and highest coordinate in each direction. */
interface PlaneExtent {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

interface PlaceMapProps {
  readonly places: readonly MappedPlace[];
  readonly home: { readonly x: number; readonly y: number; readonly word: string } | null;
  /** Written beside the present place. */
  readonly presentWord: string;
  /** What is drawn: a square, so that distances look as they are. */
  readonly view: PlaneExtent;
  /** The whole plane, drawn small in a corner with the view marked in it; null where it is unknown or drawn already. */
  readonly whole: (PlaneExtent & { readonly word: string }) | null;
  readonly formatCoordinate: (value: number) => string;
  /** Read aloud before the table. */
  readonly description: string;
}

const size = 320;
/** Room for the coordinates at the left and below. */
const [left, below] = [30, 20];
const plot = size - left;
const insetSize = 66;
/** So that what stands at the edge is drawn whole. */
const pad = 10;

export function PlaceMap(props: PlaceMapProps) {
  const { places, home, presentWord, view, whole, formatCoordinate, description } = props;
  const x = scaleLinear<number>({ domain: [...view.x], range: [left + pad, size - pad] });
  const y = scaleLinear<number>({ domain: [...view.y], range: [plot - pad, pad] });
  const present = places.find((place) => place.present);
  const most = Math.max(1, ...places.map(({ times }) => times));
  const others = places.filter((place) => !place.present);
  const taken = [...places, ...(home === null ? [] : [home])].map(
    (place) => [x(place.x), y(place.y)] as const,
  );
  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      viewBox={`0 0 ${size} ${plot + below}`}
      className="block w-full max-w-80"
    >
      <rect x={left} width={plot} height={plot} rx={4} className="fill-sunken" />
      {x.ticks(4).map((tick) => (
        <g key={tick}>
          <path d={`M${x(tick)},0 V${plot}`} className="fill-none stroke-line" />
          <text x={x(tick)} y={plot + 14} textAnchor="middle" className="fill-muted text-small">
            {formatCoordinate(tick)}
          </text>
        </g>
      ))}
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <path d={`M${left},${y(tick)} H${size}`} className="fill-none stroke-line" />
          <text
            x={left - 6}
            y={y(tick)}
            textAnchor="end"
            dominantBaseline="central"
            className="fill-muted text-small"
          >
            {formatCoordinate(tick)}
          </text>
        </g>
      ))}
      {whole === null ? null : <WholePlane whole={whole} view={view} taken={taken} />}
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
          <Word x={x(home.x)} word={home.word} dy={home.y > (present?.y ?? 0) ? -12 : 22} />
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

/** The whole plane in the corner that covers the fewest places, the part that is drawn marked in it. */
function WholePlane({
  whole,
  view,
  taken,
}: {
  whole: NonNullable<PlaceMapProps['whole']>;
  view: PlaneExtent;
  taken: readonly (readonly [number, number])[];
}) {
  const gap = 6;
  const [far, low] = [size - insetSize - gap, plot - insetSize - gap];
  const corners = [
    [far, gap],
    [left + gap, gap],
    [far, low],
    [left + gap, low],
  ] as const;
  const covers = ([atX, atY]: readonly [number, number]) =>
    taken.filter(
      ([x, y]) =>
        x > atX - 2 * gap &&
        x < atX + insetSize + 2 * gap &&
        y > atY - 3 * gap &&
        y < atY + insetSize + 3 * gap,
    ).length;
  const corner = corners.toSorted((a, b) => covers(a) - covers(b))[0] ?? corners[0];
  const x = scaleLinear<number>({ domain: [...whole.x], range: [0, insetSize] });
  const y = scaleLinear<number>({ domain: [...whole.y], range: [insetSize, 0] });
  const smallest = 4;
  return (
    <g transform={`translate(${corner[0]} ${corner[1]})`}>
      <title>{whole.word}</title>
      <rect width={insetSize} height={insetSize} rx={2} className="fill-surface stroke-line-strong" />
      <rect
        x={x(view.x[0])}
        y={y(view.y[1])}
        width={Math.max(smallest, x(view.x[1]) - x(view.x[0]))}
        height={Math.max(smallest, y(view.y[0]) - y(view.y[1]))}
        className="fill-accent-soft stroke-accent"
        strokeWidth={1.5}
      />
    </g>
  );
}

/** A word beside a place, towards the middle of the map so that it stays inside. */
function Word({ x, word, dy }: { x: number; word: string; dy: number }) {
  const anchor = x < left + 60 ? 'start' : x > size - 60 ? 'end' : 'middle';
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
