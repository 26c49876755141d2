import { expect, test } from 'vitest';
import { Graph } from '../graph.ts';
import { withoutDeadCode } from './dead-code.ts';
import { lengths, mergeTraces } from './merge-traces.ts';

const scalar = { shape: [], type: 'float32' } as const;

test('equal constants and equal nodes are one', () => {
  const graph = new Graph();
  const x = graph.input('x', scalar);
  expect(graph.real(2)).toBe(graph.real(2));
  expect(graph.real(2)).not.toBe(graph.real(3));
  expect(graph.constant(Float32Array.of(2), { shape: [1], type: 'float32' })).not.toBe(graph.real(2));
  expect(graph.add('Mul', [x, graph.real(2)], scalar)).toBe(graph.add('Mul', [x, graph.real(2)], scalar));
  expect(graph.add('Mul', [x, graph.real(2)], scalar)).not.toBe(graph.add('Mul', [graph.real(2), x], scalar));
  expect(graph.nodes).toHaveLength(2);
});

test('what no output depends on is left out, and said of inputs', () => {
  const graph = new Graph();
  const [x] = [graph.input('x', scalar), graph.input('unread', scalar)];
  const kept = graph.add('Add', [x, graph.real(1)], scalar);
  graph.add('Mul', [kept, graph.real(5)], scalar);
  graph.output('y', kept);
  const live = withoutDeadCode(graph);
  expect(live.nodes.map((node) => node.op)).toEqual(['Add']);
  expect(live.constants).toEqual([graph.real(1)]);
  expect([...live.unread]).toEqual(['unread']);
});

test('a chain of 20,000 nodes is merged without running out of stack', () => {
  const chain = () => {
    const graph = new Graph();
    let value = graph.input('x', scalar);
    for (let index = 0; index < 20_000; index++) value = graph.add('Add', [value, graph.real(1)], scalar);
    graph.output('y', value);
    return graph;
  };
  expect(mergeTraces(chain(), chain(), null).nodes).toHaveLength(20_000);
});

test('lengths follow the rows only as whole multiples', () => {
  const rows = { input: 'x', first: 5, second: 7 };
  expect(lengths([5, 3, 10], [7, 3, 14], rows)).toEqual([{ factor: 1 }, 3, { factor: 2 }]);
  expect(lengths([6], [8], rows)).toBeNull();
  expect(lengths([25], [49], rows)).toBeNull();
  expect(lengths([5], [7], null)).toBeNull();
  expect(lengths([5, 1], [5], rows)).toBeNull();
});

test('two different operators are not merged', () => {
  const graph = (op: string) => {
    const made = new Graph();
    made.output('y', made.add(op, [made.input('x', scalar)], scalar));
    return made;
  };
  expect(() => mergeTraces(graph('Neg'), graph('Abs'), null)).toThrow(
    'the operator Neg is not the same in two traces',
  );
});
