/** A share with its bounds, small: a ring that is full up to the lower bound and striped from there to the upper one. */

/** What stands in the middle, so that no colour says it alone. */
type RingSign = 'check' | 'dot' | 'circle' | 'none';

export interface Ring {
  /** All between 0 and 1. */
  readonly lower: number;
  readonly upper: number;
  readonly sign: RingSign;
  /** Nothing was seen yet: the bounds are a guess, drawn without colour. */
  readonly guess: boolean;
}

const width = 3.5;

/** To be drawn inside a picture, its middle where the group's origin is. */
export function RingMark({ lower, upper, sign, guess, radius }: Ring & { radius: number }) {
  const around = radius - width / 2;
  const tone = guess ? 'stroke-muted' : 'stroke-accent';
  return (
    <>
      <circle r={radius} className="fill-surface" />
      <circle r={around} className="fill-none stroke-line" strokeWidth={width} />
      <path
        d={arc(lower, upper, around)}
        className={`fill-none ${tone}`}
        strokeWidth={width}
        strokeDasharray="1.2 1.4"
      />
      <path d={arc(0, lower, around)} className={`fill-none ${tone}`} strokeWidth={width} />
      <Sign sign={sign} size={radius - width} />
    </>
  );
}

/** On its own, beside words that say the same. */
export function IntervalRing({ size = 22, ...ring }: Ring & { size?: number }) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox={`${-size / 2} ${-size / 2} ${size} ${size}`}
      className="shrink-0"
    >
      <RingMark {...ring} radius={size / 2} />
    </svg>
  );
}

function Sign({ sign, size }: { sign: RingSign; size: number }) {
  if (sign === 'none') return null;
  if (sign === 'dot') return <circle r={size * 0.45} className="fill-accent" />;
  if (sign === 'circle')
    return <circle r={size * 0.45} className="fill-none stroke-accent" strokeWidth={1.5} />;
  const at = (x: number, y: number) => `${x * size},${y * size}`;
  return (
    <path
      d={`M${at(-0.6, 0)} L${at(-0.15, 0.45)} L${at(0.6, -0.45)}`}
      className="fill-none stroke-accent"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}

/** Part of a circle around the origin, clockwise from the top; shares of the whole. */
function arc(from: number, to: number, radius: number): string {
  // A whole circle would begin where it ends and not be drawn.
  const end = Math.min(to, from + 0.9999);
  const at = (share: number) => {
    const angle = 2 * Math.PI * share - Math.PI / 2;
    return `${(radius * Math.cos(angle)).toFixed(3)},${(radius * Math.sin(angle)).toFixed(3)}`;
  };
  const large = end - from > 0.5 ? 1 : 0;
  return `M${at(from)} A${radius},${radius} 0 ${large} 1 ${at(end)}`;
}
