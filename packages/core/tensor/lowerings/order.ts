/** Kernels that put numbers in order, or look them up in an ordered list. */
import { cast, type Lowering, type Lowerings, number, operand, reshape, text } from './lowering.ts';

/** The largest along the last axis in falling order, and where they were; of equals the first, as in tfjs. */
const topK: Lowering = (call) => {
  const { graph } = call;
  const given = operand(call, 'x');
  const x = given.type === 'bool' ? cast(graph, given, 'int32') : given;
  const k = number(call, 'k');
  const shape = x.shape.with(-1, k);
  const [values, places] = graph.addMany(
    'TopK',
    [x, graph.integers([k])],
    [
      { shape, type: x.type },
      { shape, type: 'int64' },
    ],
    { axis: x.shape.length - 1 },
  );
  if (!values || !places) throw new Error('TopK has two outputs');
  return [cast(graph, values, given.type), cast(graph, places, 'int32')];
};

/** The place of each value in its row of a sorted sequence: how many there are before it. */
const searchSorted: Lowering = (call) => {
  const { graph } = call;
  const [sorted, values] = [operand(call, 'sortedSequence'), operand(call, 'values')];
  const [rows = 1, length = 1] = sorted.shape;
  const count = values.shape[1] ?? 1;
  const pairs = [reshape(graph, sorted, [rows, 1, length]), reshape(graph, values, [rows, count, 1])];
  const before = text(call, 'side') === 'left' ? 'Less' : 'LessOrEqual';
  const smaller = graph.add(before, pairs, { shape: [rows, count, length], type: 'bool' });
  return graph.add(
    'ReduceSum',
    [cast(graph, smaller, 'int32'), graph.integers([2])],
    { shape: [rows, count], type: 'int32' },
    { keepdims: 0 },
  );
};

export const orders: Lowerings = { TopK: topK, SearchSorted: searchSorted };
