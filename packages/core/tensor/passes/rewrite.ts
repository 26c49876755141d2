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
  /** From now on the counterpart of an old value that was made before is `now`. */
  replace(old: Value, now: Value): void;
}

/** The new values of a node's outputs, or null to keep the node. */
export type Rule = (node: Node, rewriting: Rewriting) => Value | null;

/** Nodes that nothing needs are not walked, so that `uses` counts only what is computed. */
export function rewrite(graph: Graph, rule: Rule): Graph {
  const { nodes, inputs, outputs } = withoutDeadCode(graph);
  const made = new Graph();
  const counterparts = new Map<Value, Value>();
  const uses = new Map<Value, number>();
  const count = (value: Value) => uses.set(value, (uses.get(value) ?? 0) + 1);
  for (const node of nodes) for (const input of node.inputs) if (input) count(input);
  for (const value of outputs.values()) count(value);
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
    uses: (old) => uses.get(old) ?? 0,
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
    const results = made.addMany(node.op, operands, node.outputs, node.attributes);
    node.outputs.forEach((output, index) => {
      const result = results[index];
      if (result) counterparts.set(output, result);
    });
  }
  for (const [name, value] of outputs) made.output(name, at(value));
  return made;
}
