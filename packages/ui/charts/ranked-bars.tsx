/** Bars from the largest to the smallest, each with its name, its amount and its interval. */
import { scaleLinear } from '@visx/scale';

export interface RankedBar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Its 95 % interval. */
  readonly lower: number;
  readonly upper: number;
  /** What stands at the right, such as "19%". */
  readonly amount: string;
}

interface RankedBarsProps {
  readonly bars: readonly RankedBar[];
  readonly description: string;
}

/** In letters of Latin, that have room beside the bars; a Chinese character takes two. */
const mostBeside = 40;
const width = (label: string) => label.length + (label.match(/\p{Script=Han}/gu)?.length ?? 0);

/** Names beside the bars where there is room, above them where there is not. */
export function RankedBars(props: RankedBarsProps) {
  if (props.bars.some(({ label }) => width(label) > mostBeside)) {
    return <Drawing {...props} rowHeight={40} labelAbove plotFrom={0} plotTo={100} />;
  }
  return (
    <div className="@container">
      <div className="hidden @xl:block">
        <Drawing {...props} rowHeight={26} labelAbove={false} plotFrom={42} plotTo={88} />
      </div>
      <div className="@xl:hidden">
        <Drawing {...props} rowHeight={40} labelAbove plotFrom={0} plotTo={100} />
      </div>
    </div>
  );
}

interface DrawingProps extends RankedBarsProps {
  readonly rowHeight: number;
  readonly labelAbove: boolean;
  /** Where bars begin and may end, in percent of the width. */
  readonly plotFrom: number;
  readonly plotTo: number;
}

function Drawing({ bars, description, rowHeight, labelAbove, plotFrom, plotTo }: DrawingProps) {
  const most = Math.max(Number.MIN_VALUE, ...bars.map(({ upper }) => upper));
  const x = scaleLinear<number>({ domain: [0, most], range: [plotFrom, plotTo], clamp: true });
  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      width="100%"
      height={bars.length * rowHeight}
      className="block overflow-visible"
    >
      {bars.map((bar, row) => {
        const middle = row * rowHeight + (labelAbove ? rowHeight - 12 : rowHeight / 2);
        const words = labelAbove ? row * rowHeight + 12 : middle;
        return (
          <g key={bar.key}>
            <text x="0" y={words} dominantBaseline="central" className="fill-ink text-body">
              {bar.label}
            </text>
            <text
              x="100%"
              y={words}
              textAnchor="end"
              dominantBaseline="central"
              className="fill-muted text-body"
            >
              {bar.amount}
            </text>
            <rect
              x={`${plotFrom}%`}
              width={`${x(bar.value) - plotFrom}%`}
              y={middle - 5}
              height={10}
              rx={1}
              className="fill-accent"
              fillOpacity={0.55}
            />
            <line
              x1={`${x(bar.lower)}%`}
              x2={`${x(bar.upper)}%`}
              y1={middle}
              y2={middle}
              className="stroke-ink"
              strokeWidth={1.5}
            />
          </g>
        );
      })}
    </svg>
  );
}
