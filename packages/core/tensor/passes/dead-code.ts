/** Leaves out what no output depends on. */
import type { Graph, Node, Value } from '../graph.ts';

export interface LiveGraph {
  /** In an order in which each node follows those it reads. */
  readonly nodes: readonly Node[];
  readonly constants: readonly Value[];
  readonly inputs: ReadonlyMap<string, Value>;
  /** Inputs that no output depends on. */
  readonly unread: ReadonlySet<string>;
  readonly outputs: ReadonlyMap<string, Value>;
}

/** `nodes` of a graph are in the order of their making, so one walk backwards finds all that is needed. */
export function withoutDeadCode(graph: Graph): LiveGraph {
  const needed = new Set<Value>(graph.outputs.values());
  const nodes: Node[] = [];
  for (const node of graph.nodes.toReversed()) {
    if (!node.outputs.some((output) => needed.has(output))) continue;
    nodes.push(node);
    for (const input of node.inputs) if (input) needed.add(input);
  }
  const constants = [...needed].filter((value) => value.source.kind === 'constant');
  const unread = new Set([...graph.inputs].flatMap(([name, value]) => (needed.has(value) ? [] : [name])));
  return {
    nodes: nodes.reverse(),
    constants: constants.sort((a, b) => a.id - b.id),
    inputs: graph.inputs,
    unread,
    outputs: graph.outputs,
  };
}
