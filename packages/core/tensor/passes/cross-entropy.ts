/**
 * Softmax cross-entropy: the logarithm of softmax becomes one operator, and where the labels are classes written out as
 * zeros and ones, the one that counts is gathered from each row, and subtracted from it in the gradient, instead of
 * multiplying and subtracting whole rows. A class that −∞ rules out then counts nothing, where −∞ × 0 would be NaN.
 */
import { type ConstantData, type Graph, knownData, type Value } from '../graph.ts';
import { sameShape } from '../host.ts';
import { cast } from '../lowerings/lowering.ts';
import { eitherWay, filling, isByRow, madeBy, operandsOf, reducedRows, unshaped } from './pattern.ts';
import { type Rewriting, type Rule, rewrite } from './rewrite.ts';

export function fuseCrossEntropy(graph: Graph): Graph {
  return rewrite(rewrite(graph, logarithmOfSoftmax), oneOfEachRow);
}

const logarithmOfSoftmax: Rule = (node, { graph, at }) => {
  const [a, b] = node.inputs;
  const [result] = node.outputs;
  if (node.op !== 'Sub' || !a || !b || !result || !sameShape(a.shape, result.shape)) return null;
  const x = ofCrossEntropy(a, b) ?? ofLogSoftmax(a, b);
  return x && graph.add('LogSoftmax', [at(x)], result, { axis: -1 });
};

/** x of x − (log Σ exp(x − max x) + max x) over the last axis, as tfjs' cross-entropy has it. */
function ofCrossEntropy(x: Value, subtracted: Value): Value | null {
  const match = eitherWay(operandsOf(unshaped(subtracted), 'Add'), (value) => {
    const [shiftedFrom, largest] = operandsOf(exponentOfSum(value), 'Sub') ?? [];
    return shiftedFrom === x && largest ? largest : null;
  });
  if (!match || unshaped(match.other) !== unshaped(match.found) || !isLargest(match.found, x)) return null;
  return isByRow(subtracted, x) && isByRow(match.found, x) ? x : null;
}

/** x of (x − max x) − log Σ exp(x − max x) over the last axis, as tf.logSoftmax has it. */
function ofLogSoftmax(shifted: Value, logarithm: Value): Value | null {
  const [x, largest] = operandsOf(shifted, 'Sub') ?? [];
  if (!x || !largest || exponentOfSum(logarithm) !== shifted || !sameShape(x.shape, shifted.shape))
    return null;
  return isLargest(largest, x) && isByRow(largest, x) && isByRow(logarithm, x) ? x : null;
}

/** y of log Σ exp y over the last axis. */
function exponentOfSum(value: Value): Value | null {
  const [sum] = operandsOf(unshaped(value), 'Log') ?? [];
  return operandsOf(reducedRows(sum, 'ReduceSum'), 'Exp')?.[0] ?? null;
}

/** The largest of each row; NaN in rows with NaN, if the lowering took care of them, as the operator has it too. */
function isLargest(value: Value, x: Value): boolean {
  const [, missing, largest] = operandsOf(value, 'Where') ?? [];
  const found = largest && Number.isNaN(filling(missing)) ? largest : value;
  return reducedRows(found, 'ReduceMax') === x;
}

const oneOfEachRow: Rule = (node, rewriting) => {
  const { graph, at } = rewriting;
  const [a, b] = node.inputs;
  const [result] = node.outputs;
  if (!result) return null;
  if (node.op === 'Sub' && a && sameShape(a.shape, result.shape)) {
    const classes = b && classesOf(b, result.shape);
    if (!classes || madeBy(a, 'Exp') === null) return null;
    const { position, inside } = positions(classes, rewriting);
    const subtracted = graph.add('Neg', [inside], inside);
    return graph.add('ScatterElements', [at(a), position, subtracted], result, {
      axis: -1,
      reduction: 'add',
    });
  }
  if (node.op !== 'ReduceSum' || Number(node.attributes.keepdims) !== 0) return null;
  const summed = reducedRows(result, 'ReduceSum');
  const [negated] = operandsOf(summed, 'Neg') ?? [];
  const shape = summed?.shape ?? [];
  const match = eitherWay(operandsOf(negated ?? summed, 'Mul'), (value) => classesOf(value, shape));
  if (!match || !sameShape(match.other.shape, shape)) return null;
  const { position, inside } = positions(match.found, rewriting);
  const gathered = graph.add('GatherElements', [at(match.other), position], inside, { axis: -1 });
  const counted = graph.add('Mul', [gathered, inside], inside);
  const signed = negated ? graph.add('Neg', [counted], inside) : counted;
  return graph.add('Reshape', [signed, graph.integers(result.shape)], result);
};

/** Classes with a last axis of 1, and how many there are. */
interface Classes {
  readonly index: Value;
  readonly count: number;
}

/** The classes behind rows of zeros and a one, as many as there are rows in the shape. */
function classesOf(value: Value, shape: readonly number[]): Classes | null {
  const [before = value] = operandsOf(value, 'Cast') ?? [];
  const [where = before] = operandsOf(before, 'Cast') ?? [];
  const [equal = where, one, zero] = operandsOf(where, 'Where') ?? [];
  if ((one && !holds(one, 1)) || (zero && !holds(zero, 0))) return null;
  const [index, counting] = operandsOf(equal, 'Equal') ?? [];
  const numbers = counting && knownData(counting);
  if (value.type !== 'float32' || index?.type !== 'int32' || !numbers || !counts(numbers)) return null;
  const count = numbers.length;
  const whole = sameShape(value.shape, shape) && isByRow(index, value);
  return whole && shape.at(-1) === count && counting.shape.at(-1) === count ? { index, count } : null;
}

function holds(value: Value, number: number): boolean {
  const data = knownData(value);
  return data?.length === 1 && Number(data[0]) === number;
}

function counts(numbers: ConstantData): boolean {
  return numbers.every((number: number | bigint, at: number) => Number(number) === at);
}

/** Where to look in each row, and 1 where that is in the row at all: a class outside is a row of zeros. */
function positions({ index, count }: Classes, { graph, at }: Rewriting) {
  const given = at(index);
  const bound = (number: number) => graph.constant(Int32Array.of(number), { shape: [], type: 'int32' });
  const position = graph.add('Clip', [given, bound(0), bound(count - 1)], given);
  const inside = graph.add('Equal', [given, position], { shape: given.shape, type: 'bool' });
  return { position, inside: cast(graph, inside, 'float32') };
}
