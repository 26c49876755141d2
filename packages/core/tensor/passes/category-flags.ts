/** The one-hot flags of a category: a row of a table, instead of a comparison with each position. */
import { type Graph, knownData, type Node, uniform, type Value } from '../graph.ts';
import { copyAs } from '../host.ts';
import { madeBy } from './pattern.ts';
import { type Rule, rewrite } from './rewrite.ts';

/** @param positions how many positions an input can have, by its name: all from 0 on, so that none is outside the table */
export function lookUpFlags(graph: Graph, positions: ReadonlyMap<string, number>): Graph {
  const rule: Rule = (node, { graph: made, at, uses }) => {
    const [result] = node.outputs;
    const chosen = node.op === 'Cast' ? onlyOperand(node) : node;
    if (!result || !chosen || (result.type !== 'float32' && result.type !== 'int32')) return null;
    if (chosen !== node && uses(chosen.outputs[0] ?? result) !== 1) return null;
    const flags = flagsOf(chosen);
    const rows = flags?.of.source.kind === 'input' ? positions.get(flags.of.source.name) : undefined;
    if (!flags || rows === undefined) return null;
    const { of, depth, on, off } = flags;
    const numbers = Array.from({ length: rows * depth }, (_, index) =>
      Math.floor(index / depth) === index % depth ? on : off,
    );
    const table = made.constant(copyAs(result.type, numbers), { shape: [rows, depth], type: result.type });
    return made.add('Gather', [table, at(of)], result, { axis: 0 });
  };
  return rewrite(graph, rule);
}

function onlyOperand(node: Node): Node | null {
  const [value] = node.inputs;
  return value ? madeBy(value, 'Where') : null;
}

/** What the lowering of OneHot writes: Where(Equal(Unsqueeze(position), 0 … depth - 1), on, off). */
function flagsOf(
  node: Node,
): { readonly of: Value; readonly depth: number; readonly on: number; readonly off: number } | null {
  const [hit, yes, no] = node.inputs;
  if (node.op !== 'Where' || !hit || !yes || !no) return null;
  const [wide, classes] = madeBy(hit, 'Equal')?.inputs ?? [];
  const [of, axes] = (wide && madeBy(wide, 'Unsqueeze')?.inputs) ?? [];
  const [on, off] = [uniform(yes), uniform(no)];
  if (!of || !axes || !classes || on === null || off === null) return null;
  const [axis] = knownData(axes) ?? [];
  const known = knownData(classes);
  const counted =
    known !== null && classes.shape.length === 1 && [...known].every((one, at) => Number(one) === at);
  return Number(axis) === -1 && counted ? { of, depth: known.length, on, off } : null;
}
