/** A horizontal waterfall: from a starting value, step by step, to the final one; each step says what it is. */
import { scaleLinear } from '@visx/scale';

export interface WaterfallBar {
  readonly key: string;
  readonly label: string;
  /** Level before and after; `total` bars have only `to` and are drawn as a mark across. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'raises' | 'lowers' | 'adjusts' | 'total';
  /** What stands at the right: "+3 points", or "14%" for a total; and the same where room is short: "+3". */
  readonly amount: string;
  readonly shortAmount: string;
}

interface WaterfallProps {
  readonly bars: readonly WaterfallBar[];
  /** Read aloud before the table. */
  readonly description: string;
  /** Formats a level for the axis. */
  readonly format: (level: number) => string;
}

const fills = {
  raises: 'fill-risk-very-high',
  lowers: 'fill-risk-low',
  adjusts: 'fill-muted',
  total: 'fill-ink',
} as const;

/** Labels beside the bars where there is room, above them where there is not. */
export function Waterfall(props: WaterfallProps) {
  return (
    <div className="@container">
      <div className="hidden @2xl:block">
        <Drawing {...props} rowHeight={26} labelAbove={false} plotFrom={46} plotTo={86} />
      </div>
      <div className="@2xl:hidden">
        <Drawing {...props} rowHeight={42} labelAbove plotFrom={1} plotTo={99} />
      </div>
    </div>
  );
}

interface DrawingProps extends WaterfallProps {
  readonly rowHeight: number;
  readonly labelAbove: boolean;
  /** Where the bars begin and end, in percent of the width. */
  readonly plotFrom: number;
  readonly plotTo: number;
}

const axisHeight = 22;

function Drawing({ bars, description, format, rowHeight, labelAbove, plotFrom, plotTo }: DrawingProps) {
  const highest = Math.max(...bars.flatMap((bar) => [bar.from, bar.to]));
  const x = scaleLinear<number>({ domain: [0, highest], range: [plotFrom, plotTo], nice: 4 });
  const ticks = x.ticks(4);
  const height = axisHeight + bars.length * rowHeight;
  const barMiddle = labelAbove ? rowHeight - 12 : rowHeight / 2;
  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      width="100%"
      height={height}
      className="block overflow-visible"
    >
      {ticks.map((tick, index) => (
        <g key={tick}>
          <line
            x1={`${x(tick)}%`}
            x2={`${x(tick)}%`}
            y1={axisHeight - 6}
            y2={height}
            className="stroke-line"
          />
          <text
            x={`${x(tick)}%`}
            y={10}
            textAnchor={
              labelAbove && index === 0
                ? 'start'
                : labelAbove && index === ticks.length - 1
                  ? 'end'
                  : 'middle'
            }
            className="fill-muted text-small"
          >
            {format(tick)}
          </text>
        </g>
      ))}
      {bars.map((bar, row) => {
        const top = axisHeight + row * rowHeight;
        const middle = top + barMiddle;
        const left = Math.min(x(bar.from), x(bar.to));
        const right = Math.max(x(bar.from), x(bar.to));
        const next = bars[row + 1];
        const total = bar.kind === 'total';
        return (
          <g key={bar.key}>
            <text
              x="0"
              y={labelAbove ? top + 13 : middle}
              dominantBaseline={labelAbove ? undefined : 'central'}
              className={`fill-ink text-body ${total ? 'font-strong' : ''}`}
            >
              {bar.label}
            </text>
            <text
              x="100%"
              y={labelAbove ? top + 13 : middle}
              textAnchor="end"
              dominantBaseline={labelAbove ? undefined : 'central'}
              className={`text-body ${total ? 'fill-ink font-strong' : 'fill-muted'}`}
            >
              {labelAbove ? bar.shortAmount : bar.amount}
            </text>
            {total ? (
              <circle cx={`${x(bar.to)}%`} cy={middle} r={4.5} className={fills.total} />
            ) : (
              <rect
                x={`${left}%`}
                width={`${Math.max(right - left, 0.25)}%`}
                y={middle - 6}
                height={12}
                rx={1}
                className={fills[bar.kind]}
              />
            )}
            {next && !labelAbove ? (
              <line
                x1={`${x(bar.to)}%`}
                x2={`${x(bar.to)}%`}
                y1={middle + (total ? 4 : 6)}
                y2={middle + rowHeight - 6}
                className="stroke-line-strong"
              />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
