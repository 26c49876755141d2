/** A tensor that is given a shape twice gets the last one alone. For graphs of fixed shapes only. */
import type { Graph } from '../graph.ts';
import { reshape } from '../lowerings/lowering.ts';
import { operandsOf, whole } from './pattern.ts';
import { type Rule, rewrite } from './rewrite.ts';

export function joinReshapes(graph: Graph): Graph {
  return rewrite(graph, once);
}

const once: Rule = (node, { graph, at }) => {
  const [result] = node.outputs;
  const [given, shape] = operandsOf(result, 'Reshape') ?? [];
  if (!given || !result || !whole(shape)) return null;
  let original = given;
  for (let inner = operandsOf(original, 'Reshape'); inner?.[0]; inner = operandsOf(original, 'Reshape')) {
    original = inner[0];
  }
  return reshape(graph, at(original), result.shape);
};
