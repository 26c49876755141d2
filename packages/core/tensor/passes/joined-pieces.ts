/**
 * Pieces of one tensor, as the gradients of its slices come: each is padded with zeros to the whole and all are added.
 * Where they lie side by side and cover it, they are laid side by side instead.
 */
import type { Graph, Value } from '../graph.ts';
import { sameShape } from '../host.ts';
import { filling, madeBy, whole } from './pattern.ts';
import { type Rule, rewrite } from './rewrite.ts';
import { isWholeSum, termsOf } from './sums.ts';

export function joinPieces(graph: Graph): Graph {
  return rewrite(graph, join);
}

const join: Rule = (node, rewriting) => {
  const [result] = node.outputs;
  if (node.op !== 'Add' || !result || !isWholeSum(result, rewriting)) return null;
  const terms = termsOf(result, rewriting);
  const pieces = terms.flatMap((term) => pieceOf(term, result) ?? []);
  const [first] = pieces;
  if (!first || pieces.length < 2) return null;
  const { axis } = first;
  const row = pieces.filter((piece) => piece.axis === axis).sort((a, b) => a.start - b.start);
  const ends = row.map(({ start, value }) => start + (value.shape[axis] ?? 0));
  const covered = row.every(({ start }, at) => start === (at === 0 ? 0 : ends[at - 1]));
  if (!covered || ends.at(-1) !== result.shape[axis]) return null;
  const { graph, at } = rewriting;
  const joined = graph.add(
    'Concat',
    row.map(({ value }) => at(value)),
    result,
    { axis },
  );
  const gone = new Set(row.map(({ term }) => term));
  const rest = terms.filter((term) => !gone.has(term));
  return rest.reduce((sum, term) => graph.add('Add', [sum, at(term)], result), joined);
};

/** What a term pads with zeros along one axis. */
function pieceOf(term: Value, sum: Value) {
  const [value, padding, filler] = madeBy(term, 'Pad')?.inputs ?? [];
  const pads = whole(padding);
  if (!value || !pads || !sameShape(term.shape, sum.shape)) return null;
  if (filler ? filling(filler) !== 0 : term.type !== 'float32') return null;
  const rank = value.shape.length;
  const padded = [...value.shape.keys()].filter((axis) => pads[axis] !== 0 || pads[rank + axis] !== 0);
  const [axis, another] = padded;
  if (axis === undefined || another !== undefined) return null;
  return { term, value, axis, start: pads[axis] ?? 0 };
}
