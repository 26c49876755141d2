/** A graph without circles as a map: a lane for each area, each node right of what it rests on, with its share and bounds. */
import { type Ring, RingMark } from './interval-ring.tsx';
import { layered } from './layered.ts';

export interface MapNode extends Ring {
  readonly key: string;
  readonly lane: string;
  /** Written beside it where it is selected. */
  readonly label: string;
  /** Shown where a pointer rests on it. */
  readonly title: string;
}

interface GraphMapProps {
  /** From the top down. */
  readonly lanes: readonly { readonly key: string; readonly label: string }[];
  readonly nodes: readonly MapNode[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  /** The node whose ties stand out; null: none. */
  readonly selected: string | null;
  /** For the pointer; whoever cannot use one needs a list beside the map. */
  readonly onSelect: (key: string) => void;
  /** Read aloud instead of the picture. */
  readonly description: string;
}

/** Lanes named at the left where there is room, above their lines where there is not. */
export function GraphMap(props: GraphMapProps) {
  return (
    <div className="@container">
      <div className="hidden @2xl:block">
        <Drawing {...props} step={46} lane={36} radius={11} left={172} above={false} />
      </div>
      <div className="@2xl:hidden">
        <Drawing {...props} step={22} lane={46} radius={9.5} left={0} above />
      </div>
    </div>
  );
}

interface DrawingProps extends GraphMapProps {
  /** Between two columns. */
  readonly step: number;
  /** Height of a lane. */
  readonly lane: number;
  readonly radius: number;
  /** Room for the names of lanes. */
  readonly left: number;
  /** The names stand above their lanes. */
  readonly above: boolean;
}

function Drawing(props: DrawingProps) {
  const { lanes, nodes, edges, selected, onSelect, description, step, lane, radius, left, above } = props;
  const columns = layered(nodes, edges);
  const rows = new Map(lanes.map(({ key }, row) => [key, row]));
  const width = left + (Math.max(0, ...columns.values()) + 1) * step;
  const height = lanes.length * lane;
  const places = new Map(
    nodes.map((node) => {
      const x = left + ((columns.get(node.key) ?? 0) + 0.5) * step;
      const y = (rows.get(node.lane) ?? 0) * lane + (above ? lane - radius - 6 : lane / 2);
      return [node.key, { x, y }] as const;
    }),
  );
  const tied = edges.filter(({ from, to }) => from === selected || to === selected);
  const near = new Set(tied.flatMap(({ from, to }) => [from, to]));
  const present = nodes.find(({ key }) => key === selected);
  const path = ({ from, to }: { from: string; to: string }) => {
    const [one, other] = [places.get(from), places.get(to)];
    return one === undefined || other === undefined ? '' : tie(one, other, radius);
  };
  return (
    <svg
      data-chart
      role="img"
      aria-label={description}
      viewBox={`0 0 ${width} ${height}`}
      className="block h-auto w-full"
      style={{ maxWidth: width * 1.15 }}
    >
      {lanes.map(({ key, label }, row) => (
        <g key={key}>
          {row === 0 ? null : <path d={`M0,${row * lane} H${width}`} className="fill-none stroke-line" />}
          <text
            x={above ? 2 : 0}
            y={row * lane + (above ? 12 : lane / 2)}
            dominantBaseline={above ? undefined : 'central'}
            className="fill-muted text-small"
          >
            {label}
          </text>
        </g>
      ))}
      {edges.map((edge) => (
        <path
          key={`${edge.from} ${edge.to}`}
          d={path(edge)}
          className="fill-none stroke-line-strong"
          strokeOpacity={0.35}
        />
      ))}
      {tied.map((edge) => (
        <path
          key={`${edge.from} ${edge.to}`}
          d={path(edge)}
          className="fill-none stroke-accent"
          strokeWidth={2}
        />
      ))}
      {nodes.map((node) => {
        const { x, y } = places.get(node.key) ?? { x: 0, y: 0 };
        const { lower, upper, sign, guess } = node;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a picture for the pointer; the list beside it is for the keyboard
          <g
            key={node.key}
            transform={`translate(${x} ${y})`}
            className="cursor-pointer"
            onClick={() => onSelect(node.key)}
          >
            <title>{node.title}</title>
            {node.key === selected ? (
              <circle r={radius + 4} className="fill-accent-soft stroke-accent" />
            ) : null}
            {near.has(node.key) && node.key !== selected ? (
              <circle r={radius + 2} className="fill-none stroke-accent" />
            ) : null}
            <RingMark lower={lower} upper={upper} sign={sign} guess={guess} radius={radius} />
          </g>
        );
      })}
      {present === undefined ? null : (
        <Name {...(places.get(present.key) ?? { x: 0, y: 0 })} label={present.label} {...{ width, radius }} />
      )}
    </svg>
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Leaves to the right and comes from the left. */
function tie(from: Place, to: Place, radius: number): string {
  const [start, end] = [from.x + radius, to.x - radius];
  // Along one lane it swings out, so that what stands between stays visible.
  const swing = from.y === to.y && end - start > 2 * radius ? -1.6 * radius : 0;
  const bend = Math.max((end - start) / 2, 1.5 * radius);
  return `M${start},${from.y} C${start + bend},${from.y + swing} ${end - bend},${to.y + swing} ${end},${to.y}`;
}

/** The name of the selected node above it, towards the middle so that it stays inside, with a halo over lines. */
function Name({ x, y, label, width, radius }: Place & { label: string; width: number; radius: number }) {
  const anchor = x < width * 0.35 ? 'start' : x > width * 0.65 ? 'end' : 'middle';
  const at = { x, y: Math.max(12, y - radius - 8), textAnchor: anchor } as const;
  return (
    <g aria-hidden>
      <text
        {...at}
        strokeWidth={4}
        strokeLinejoin="round"
        className="fill-none stroke-page text-small font-strong"
      >
        {label}
      </text>
      <text {...at} className="fill-ink text-small font-strong">
        {label}
      </text>
    </g>
  );
}
