/** Predicted against observed risk: points on the diagonal are well calibrated; each carries its interval. */
import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';

export interface CalibrationBin {
  /** Mean predicted risk, observed share and its 95 % interval, 0 to 1. */
  readonly predicted: number;
  readonly observed: number;
  readonly lower: number;
  readonly upper: number;
}

interface CalibrationPlotProps {
  readonly bins: readonly CalibrationBin[];
  readonly description: string;
  readonly words: {
    readonly predicted: string;
    readonly observed: string;
    /** Written along the diagonal. */
    readonly ideal: string;
  };
  readonly format: (share: number) => string;
}

const size = { width: 440, height: 400 } as const;
const margin = { top: 12, right: 16, bottom: 44, left: 56 } as const;

export function CalibrationPlot({ bins, description, words, format }: CalibrationPlotProps) {
  const end = Math.max(0.05, ...bins.flatMap((bin) => [bin.predicted, bin.upper]));
  const inner = {
    width: size.width - margin.left - margin.right,
    height: size.height - margin.top - margin.bottom,
  };
  const x = scaleLinear<number>({ domain: [0, end], range: [0, inner.width], nice: 5 });
  const y = scaleLinear<number>({ domain: x.domain(), range: [inner.height, 0] });
  const last = x.domain()[1] ?? end;
  const ticks = x.ticks(5);
  const slant = (Math.atan2(-inner.height, inner.width) * 180) / Math.PI;
  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="block h-auto w-full max-w-[30rem]"
    >
      <Group left={margin.left} top={margin.top}>
        {ticks.map((tick) => (
          <g key={tick} className="stroke-line">
            <line x1={x(tick)} x2={x(tick)} y1={0} y2={inner.height} />
            <line x1={0} x2={inner.width} y1={y(tick)} y2={y(tick)} />
          </g>
        ))}
        <line
          x1={0}
          y1={inner.height}
          x2={inner.width}
          y2={0}
          className="stroke-muted"
          strokeDasharray="4 4"
        />
        <text
          transform={`translate(${x(last * 0.86)},${y(last * 0.86) - 9}) rotate(${slant})`}
          textAnchor="middle"
          className="fill-muted text-small"
        >
          {words.ideal}
        </text>
        <LinePath
          data={[...bins]}
          x={(bin) => x(bin.predicted)}
          y={(bin) => y(bin.observed)}
          className="fill-none stroke-accent"
          strokeWidth={1.5}
        />
        {bins.map((bin) => (
          <g key={bin.predicted}>
            <line
              x1={x(bin.predicted)}
              x2={x(bin.predicted)}
              y1={y(bin.lower)}
              y2={y(bin.upper)}
              className="stroke-accent"
              strokeWidth={1.5}
              strokeOpacity={0.5}
            />
            <circle cx={x(bin.predicted)} cy={y(bin.observed)} r={4} className="fill-accent stroke-surface" />
          </g>
        ))}
        <AxisBottom
          top={inner.height}
          scale={x}
          tickValues={ticks}
          tickFormat={(share) => format(Number(share))}
          hideAxisLine
          hideTicks
          tickComponent={(tick) => (
            <TickText x={tick.x} y={tick.y} formattedValue={tick.formattedValue} anchor="middle" />
          )}
        />
        <AxisLeft
          scale={y}
          tickValues={ticks}
          tickFormat={(share) => format(Number(share))}
          hideAxisLine
          hideTicks
          tickComponent={(tick) => (
            <TickText x={tick.x} y={tick.y} formattedValue={tick.formattedValue} anchor="end" />
          )}
        />
        <text x={inner.width / 2} y={inner.height + 38} textAnchor="middle" className="fill-muted text-small">
          {words.predicted}
        </text>
        <text
          transform={`translate(-44,${inner.height / 2}) rotate(-90)`}
          textAnchor="middle"
          className="fill-muted text-small"
        >
          {words.observed}
        </text>
      </Group>
    </svg>
  );
}

function TickText({
  x,
  y,
  formattedValue,
  anchor,
}: {
  x: number;
  y: number;
  formattedValue?: string;
  anchor: 'middle' | 'end';
}) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      dominantBaseline={anchor === 'end' ? 'central' : undefined}
      className="fill-muted text-small"
    >
      {formattedValue}
    </text>
  );
}
