/** The values of a chart's upright axis: a light line each, and what it stands for on its left. */

export function ValueGrid({
  ticks,
  y,
  width,
  format,
}: {
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
  /** Of the plane that the lines cross. */
  readonly width: number;
  readonly format: (value: number) => string;
}) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line x1={0} x2={width} y1={y(tick)} y2={y(tick)} className="stroke-line" />
      <text x={-8} y={y(tick)} textAnchor="end" dominantBaseline="central" className="fill-muted text-small">
        {format(tick)}
      </text>
    </g>
  ));
}
