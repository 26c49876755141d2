/**
 * A sum of products becomes one product of longer matrices, Σ AᵢBᵢ = [A₁ A₂ …][B₁; B₂; …]: the gradient of a weight that
 * every step of a sequence reads is such a sum, of as many small products as there are steps.
 */
import type { Graph, Node, Value } from '../graph.ts';
import { sameShape } from '../host.ts';
import { madeBy, operandsOf } from './pattern.ts';
import { type Rewriting, type Rule, rewrite } from './rewrite.ts';
import { isWholeSum, termsOf } from './sums.ts';

export function joinProducts(graph: Graph): Graph {
  return rewrite(rewrite(graph, joinSlices), joinSum);
}

const fewest = 4;

const joinSum: Rule = (node, rewriting) => {
  const [result] = node.outputs;
  if (node.op !== 'Add' || !result || !isWholeSum(result, rewriting)) return null;
  const terms = termsOf(result, rewriting);
  const productOf = (term: Value) => wholeProduct(term, result, rewriting);
  const first = terms.flatMap((term) => productOf(term) ?? [])[0];
  if (!first) return null;
  const products = terms.flatMap((term) => {
    const product = productOf(term);
    return product && alike(product, first) ? [{ term, product }] : [];
  });
  if (products.length < fewest || !worthwhile(first)) return null;
  // In the order of the forward pass, as a sequence that was joined before has its steps.
  products.sort((one, other) => (one.product.inputs[0]?.id ?? 0) - (other.product.inputs[0]?.id ?? 0));
  const joined = joinedProduct(
    products.map(({ product }) => product),
    rewriting,
  );
  const gone = new Set(products.map(({ term }) => term));
  const rest = terms.filter((term) => !gone.has(term));
  const { graph, at } = rewriting;
  return rest.reduce((sum, term) => graph.add('Add', [sum, at(term)], result), joined);
};

/** A product without a bias that only the sum reads, and as large as the sum. */
function wholeProduct(term: Value, sum: Value, { uses }: Rewriting): Node | null {
  const node = sameShape(term.shape, sum.shape) ? madeBy(term, 'Gemm') : null;
  return node?.inputs.length === 2 && uses(term) === 1 ? node : null;
}

function alike(one: Node, other: Node): boolean {
  return (
    JSON.stringify(one.attributes) === JSON.stringify(other.attributes) &&
    one.inputs.every((input, at) => sameShape(input?.shape ?? [], other.inputs[at]?.shape ?? []))
  );
}

/** Joining copies both operands; what it saves is a pass over the sum for each product. */
function worthwhile({ inputs: [a, b], outputs: [sum] }: Node): boolean {
  const size = (value: Value | null | undefined) => (value?.shape[0] ?? 0) * (value?.shape[1] ?? 0);
  return size(a) + size(b) < 2 * size(sum);
}

function joinedProduct(products: readonly Node[], { graph, at }: Rewriting): Value {
  const [first] = products;
  const [result] = first?.outputs ?? [];
  if (!first || !result) throw new Error('a sum has at least one product');
  const { transA, transB } = first.attributes;
  const join = (operand: 0 | 1, axis: 0 | 1) => {
    const pieces = products.flatMap(({ inputs }) => inputs[operand] ?? []);
    const [rows = 0, columns = 0] = pieces[0]?.shape ?? [];
    const shape = axis === 0 ? [rows * pieces.length, columns] : [rows, columns * pieces.length];
    return graph.add('Concat', pieces.map(at), { shape, type: result.type }, { axis });
  };
  const operands = [join(0, transA === 1 ? 0 : 1), join(1, transB === 1 ? 1 : 0)];
  return graph.add('Gemm', operands, result, first.attributes);
}

/** Slices that only got a first axis to be joined along it are joined as they are: a product may want the same. */
const joinSlices: Rule = (node, { graph, at }) => {
  const [result] = node.outputs;
  if (node.op !== 'Concat' || Number(node.attributes.axis) !== 0 || !result) return null;
  const slices = node.inputs.flatMap((input) => {
    const [slice] = operandsOf(input, 'Reshape') ?? [];
    return slice && input && sameShape(input.shape, [1, ...slice.shape]) ? [slice] : [];
  });
  const [first] = slices;
  if (!first || slices.length !== node.inputs.length || first.shape.length !== 2) return null;
  const [rows = 0, columns = 0] = first.shape;
  const spec = { shape: [rows * slices.length, columns], type: result.type };
  const joined = graph.add('Concat', slices.map(at), spec, { axis: 0 });
  return graph.add('Reshape', [joined, graph.integers(result.shape)], result);
};
