/** "14 of 100 people like this": a hundred dots, some of them filled. */

interface DotArrayProps {
  /** How many of the hundred are filled; rounded to a whole person. */
  readonly count: number;
  /** Read aloud instead of the picture. */
  readonly label: string;
  /** CSS colour of the filled dots. */
  readonly colour: string;
}

const perRow = 20;
const pitch = 10;

/** Five rows of twenty, filled row by row from the top left. */
export function DotArray({ count, label, colour }: DotArrayProps) {
  const filled = Math.round(count);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${perRow * pitch} ${(100 / perRow) * pitch}`}
      className="block h-auto w-full max-w-60"
    >
      {Array.from({ length: 100 }, (_, person) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: each of the hundred is its place
          key={person}
          cx={(person % perRow) * pitch + pitch / 2}
          cy={Math.floor(person / perRow) * pitch + pitch / 2}
          r={3.4}
          className="fill-line"
          style={person < filled ? { fill: colour } : undefined}
        />
      ))}
    </svg>
  );
}
