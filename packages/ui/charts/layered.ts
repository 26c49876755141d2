/** Where the nodes of a graph without circles stand: each in its lane, right of all that it rests on. */

interface LayeredNode {
  readonly key: string;
  readonly lane: string;
}

interface Edge {
  readonly from: string;
  readonly to: string;
}

/** The column of each node, from 0; a place of a lane holds one node. Edges to unknown nodes are left aside. */
export function layered(nodes: readonly LayeredNode[], edges: readonly Edge[]): ReadonlyMap<string, number> {
  const before = new Map<string, string[]>(nodes.map(({ key }) => [key, []]));
  for (const { from, to } of edges) if (before.has(from)) before.get(to)?.push(from);
  const depths = new Map<string, number>();
  const depthOf = (key: string): number => {
    const known = depths.get(key);
    if (known !== undefined) return known;
    const depth = Math.max(-1, ...(before.get(key) ?? []).map(depthOf)) + 1;
    depths.set(key, depth);
    return depth;
  };
  // What a node rests on has less depth, so that it has its place before.
  const inOrder = nodes.toSorted((one, other) => depthOf(one.key) - depthOf(other.key));
  const columns = new Map<string, number>();
  const taken = new Set<string>();
  for (const { key, lane } of inOrder) {
    let column = Math.max(-1, ...(before.get(key) ?? []).map((from) => columns.get(from) ?? -1)) + 1;
    while (taken.has(`${lane} ${column}`)) column++;
    taken.add(`${lane} ${column}`);
    columns.set(key, column);
  }
  return columns;
}
