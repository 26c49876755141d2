/**
 * Layer normalisation (Ba, Kiros and Hinton 2016), written as mean, variance and reciprocal root, becomes one operator,
 * and its gradient the closed form: with x̂ the normalised row, δ the gradient by it and σ = √(variance + ε), the
 * gradient by the row is (δ − mean δ − x̂ · mean(δ·x̂)) / σ. As tfjs differentiates it, the same takes twice as many
 * passes over the row.
 */
import type { Graph, Value } from '../graph.ts';
import { sameShape } from '../host.ts';
import { eitherWay, filling, isByRow, operandsOf, reducedRows, unshaped } from './pattern.ts';
import { type Rewriting, type Rule, rewrite } from './rewrite.ts';
import { termsOf } from './sums.ts';

export function fuseNormalisation(graph: Graph): Graph {
  const rows = new Map<Value, NormalisedRow>();
  /** Shares of gradients that no sum has been found for so far; only while there are some are sums looked through. */
  const waiting = new Map<Value, Match>();
  const rule: Rule = (node, rewriting) => {
    const [result] = node.outputs;
    if (!result) return null;
    if (node.op === 'Add') return waiting.size > 0 ? backward(result, waiting, rewriting) : null;
    if (node.op !== 'Mul') return null;
    const match = gradientOf(result, rows);
    if (match) waiting.set(result, match);
    return forward(result, rows, rewriting);
  };
  return rewrite(graph, rule);
}

/** Old values of one normalisation over the last axis; found again by its reciprocal root. */
interface NormalisedRow {
  readonly normalised: Value;
  /** x − mean. */
  readonly deviation: Value;
  readonly reciprocalRoot: Value;
  /** variance + ε. */
  readonly spread: Value;
  readonly length: number;
}

function forward(
  result: Value,
  rows: Map<Value, NormalisedRow>,
  { graph, at, replace }: Rewriting,
): Value | null {
  const match = eitherWay(operandsOf(result, 'Mul'), (value) => {
    const [root] = operandsOf(value, 'Reciprocal') ?? [];
    const [spread] = operandsOf(root, 'Sqrt') ?? [];
    return spread ? { reciprocalRoot: value, spread } : null;
  });
  if (!match) return null;
  const { other: deviation } = match;
  const { reciprocalRoot, spread } = match.found;
  const added = eitherWay(operandsOf(spread, 'Add'), filling);
  const square = reducedRows(added?.other, 'ReduceMean');
  const [left, right] = operandsOf(square, 'Mul') ?? [];
  const [x, mean] = operandsOf(deviation, 'Sub') ?? [];
  if (!added || left !== deviation || right !== deviation || !x || !mean) return null;
  if (reducedRows(mean, 'ReduceMean') !== x || !isByRow(mean, x) || !isByRow(spread, x)) return null;
  const length = x.shape.at(-1) ?? 0;
  const ones = graph.constant(new Float32Array(length).fill(1), { shape: [length], type: 'float32' });
  const [normalised, , inverse] = graph.addMany('LayerNormalization', [at(x), ones], [x, spread, spread], {
    axis: -1,
    epsilon: { real: added.found },
  });
  if (!normalised || !inverse) return null;
  replace(reciprocalRoot, inverse);
  rows.set(reciprocalRoot, { normalised: result, deviation, reciprocalRoot, spread, length });
  return normalised;
}

/** Where the last of the three shares of a row's gradient is added to the others. */
function backward(sum: Value, waiting: Map<Value, Match>, rewriting: Rewriting): Value | null {
  const terms = termsOf(sum, rewriting);
  for (const byMean of terms) {
    const match = waiting.get(byMean);
    if (!match?.shares.every((share) => terms.includes(share))) continue;
    const gone = [byMean, ...match.shares];
    const rest = terms.filter((term) => !gone.includes(term));
    if (rest.length !== terms.length - gone.length) continue;
    waiting.delete(byMean);
    const { graph, at } = rewriting;
    return rest.reduce(
      (total, term) => graph.add('Add', [total, at(term)], sum),
      closedForm(match.row, match.byNormalised, rewriting),
    );
  }
  return null;
}

interface Match {
  readonly row: NormalisedRow;
  readonly byNormalised: Value;
  /**
   * What is added to the share through the mean: the one that comes straight through x − mean and the one through the
   * variance, or their sum where both went through one x − mean.
   */
  readonly shares: readonly Value[];
}

/** From −(Σ direct + Σ through the variance) / length back to both, and from them to the row. */
function gradientOf(byMean: Value, rows: ReadonlyMap<Value, NormalisedRow>): Match | null {
  const scaled = eitherWay(operandsOf(byMean, 'Mul'), filling);
  const sum = scaled && negatedSum(scaled.other);
  const [a, b] = sum
    ? (operandsOf(sum, 'Add') ?? [])
    : (operandsOf(scaled?.other, 'Add') ?? []).map(negatedSum);
  if (!scaled || !a || !b) return null;
  for (const [direct, bySpread] of [
    [a, b],
    [b, a],
  ] as const) {
    const through = eitherWay(operandsOf(direct, 'Mul'), (value) => rows.get(value) ?? null);
    if (!through) continue;
    const { found: row, other: byNormalised } = through;
    // The gradient of a sum over rows is one number a column, to which the row's formula does not apply.
    if (!sameShape(byNormalised.shape, row.normalised.shape)) continue;
    const inverse = Math.fround(1 / row.length);
    if (scaled.found === inverse && isThroughSpread(bySpread, row, byNormalised, inverse)) {
      return { row, byNormalised, shares: sum ? [sum] : [direct, bySpread] };
    }
  }
  return null;
}

/** x of −Σx over the last axis. */
function negatedSum(value: Value): Value | null {
  const [negated] = operandsOf(unshaped(value), 'Neg') ?? [];
  return reducedRows(negated, 'ReduceSum');
}

/** Whether a value is −Σ(δ·deviation) / (2·spread^1.5) / length · 2·deviation. */
function isThroughSpread(value: Value, row: NormalisedRow, byNormalised: Value, inverse: number): boolean {
  const twice = eitherWay(operandsOf(value, 'Mul'), (factor) => {
    const doubled = eitherWay(operandsOf(factor, 'Mul'), filling);
    return doubled?.found === 2 && doubled.other === row.deviation ? doubled : null;
  });
  const averaged = eitherWay(operandsOf(twice?.other, 'Mul'), filling);
  const [quotient] = operandsOf(averaged?.other, 'Neg') ?? [];
  const [dividend, divisor] = operandsOf(quotient, 'Div') ?? [];
  const product = operandsOf(reducedRows(dividend, 'ReduceSum'), 'Mul');
  const doubledPower = eitherWay(operandsOf(divisor, 'Mul'), filling);
  const [base, exponent] = operandsOf(doubledPower?.other, 'Pow') ?? [];
  return (
    averaged?.found === inverse &&
    product?.includes(row.deviation) === true &&
    product.includes(byNormalised) &&
    doubledPower?.found === 2 &&
    base === row.spread &&
    filling(exponent) === 1.5
  );
}

function closedForm(row: NormalisedRow, byNormalised: Value, { graph, at }: Rewriting): Value {
  const [delta, normalised, inverse] = [at(byNormalised), at(row.normalised), at(row.reciprocalRoot)];
  const mean = (value: Value) =>
    graph.add('ReduceMean', [value, graph.integers([delta.shape.length - 1])], row.spread, { keepdims: 1 });
  const along = graph.add('Mul', [normalised, mean(graph.add('Mul', [delta, normalised], delta))], delta);
  const centred = graph.add('Sub', [delta, mean(delta)], delta);
  return graph.add('Mul', [graph.add('Sub', [centred, along], delta), inverse], delta);
}
