/** The frame that the passes share: one walk over a graph that writes a new one, node by node. */
import { Graph, type Node, type Value } from '../graph.ts';
import { withoutDeadCode } from './dead-code.ts';

/** What a rule may ask for. Values with which it matches are the old graph's, values that it makes the new one's. */
export interface Rewriting {
  readonly graph: Graph;
  /** The new graph's counterpart of an old value that was made before the node at hand. */
  at(old: Value): Value;
  /** How often an old value is read, by nodes and as an output. */
  uses(old: Value): number;
  /** The only node that reads an old value; null where there are several, or it is an output. */
  reader(old: Value): Node | null;
  /** From now on the counterpart of an old value that was made before is `now`. */
  replace(old: Value, now: Value): void;
}

/** The new values of a node's outputs, or null to keep the node. */
export type Rule = (node: Node, rewriting: Rewriting) => Value | null;

/** Nodes that nothing needs are not walked, so that `uses` counts only what is computed. */
export function rewrite(graph: Graph, rule: Rule): Graph {
  const { made, at } = copyBy(graph, rule);
  for (const [name, value] of graph.outputs) made.output(name, at(value));
  return made;
}

/** The nodes of a graph in a new one, which has no outputs yet, and the new counterpart of each old value. */
export function copyBy(graph: Graph, rule: Rule): { readonly made: Graph; at(old: Value): Value } {
  const { nodes, inputs, outputs } = withoutDeadCode(graph);
  const made = new Graph();
  const counterparts = new Map<Value, Value>();
  const readers = readersOf(nodes, outputs.values());
  for (const [name, value] of inputs) counterparts.set(value, made.input(name, value));

  const at = (old: Value): Value => {
    const known = counterparts.get(old);
    if (known) return known;
    if (old.source.kind !== 'constant') throw new Error('a pass asked for a value that comes later');
    const constant = made.constant(old.source.data, old);
    counterparts.set(old, constant);
    return constant;
  };
  const rewriting: Rewriting = {
    graph: made,
    at,
    uses: (old) => readers.get(old)?.length ?? 0,
    reader: (old) => (readers.get(old)?.length === 1 ? (readers.get(old)?.[0] ?? null) : null),
    replace: (old, now) => counterparts.set(old, now),
  };
  for (const node of nodes) {
    const [first] = node.outputs;
    const replacement = rule(node, rewriting);
    if (replacement && first) {
      counterparts.set(first, replacement);
      continue;
    }
    const operands = node.inputs.map((input) => input && at(input));
    const results = made.addMany(node.op, operands, node.outputs, node.attributes, node.made);
    node.outputs.forEach((output, index) => {
      const result = results[index];
      if (result) counterparts.set(output, result);
    });
  }
  return { made, at };
}

/** A node for each time that it reads a value, null for an output. */
function readersOf(nodes: readonly Node[], outputs: Iterable<Value>): ReadonlyMap<Value, (Node | null)[]> {
  const readers = new Map<Value, (Node | null)[]>();
  const add = (value: Value, reader: Node | null) => {
    const known = readers.get(value);
    if (known) known.push(reader);
    else readers.set(value, [reader]);
  };
  for (const node of nodes) for (const input of node.inputs) if (input) add(input, node);
  for (const value of outputs) add(value, null);
  return readers;
}
