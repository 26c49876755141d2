import { expect, test } from 'vitest';
import { Graph } from '../graph.ts';
import type { HostTensor } from '../host.ts';
import { expectSameNumbers, operatorsOf } from '../testing/rewritten.ts';
import { type Rule, rewrite } from './rewrite.ts';

const line = { shape: [4], type: 'float32' } as const;
const half = { shape: [2], type: 'float32' } as const;
const x: HostTensor = { shape: [4], dtype: 'float32', data: Float32Array.of(3, -1, 4, 1.5) };
const keep: Rule = () => null;

test('outputs that are inputs, constants, each other, or several of one node stay what they are', async () => {
  const graph = new Graph();
  const [input, unread] = [graph.input('x', line), graph.input('unread', line)];
  const [first, second] = graph.addMany('Split', [input], [half, half], { axis: 0, num_outputs: 2 });
  const k = graph.integers([3]);
  const three = { shape: [3], type: 'float32' } as const;
  const [largest, places] = graph.addMany('TopK', [input, k], [three, { shape: [3], type: 'int64' }], {
    axis: 0,
    largest: 1,
    sorted: 1,
  });
  const outputs = {
    input,
    unread,
    constant: graph.real(2.5),
    second,
    difference: graph.add('Sub', [first, second], half),
    largest,
    places: graph.add('Cast', [places], { shape: [3], type: 'int32' }, { to: 6 }),
  };
  for (const [name, value] of Object.entries(outputs)) graph.output(name, value);
  graph.output('again', outputs.difference);
  await expectSameNumbers(graph, { x, unread: x }, (given) => rewrite(given, keep));
});

test('a rule sees who reads a value among what is computed, and no node that is not', () => {
  const graph = new Graph();
  const input = graph.input('x', line);
  const [read, twice] = [graph.add('Neg', [input], line), graph.add('Exp', [input], line)];
  graph.add('Abs', [read], line);
  const sum = graph.add('Add', [read, graph.add('Mul', [twice, twice], line)], line);
  graph.output('sum', sum);
  graph.output('again', sum);
  const seen: string[] = [];
  rewrite(graph, (node, { uses, reader }) => {
    seen.push(node.op);
    if (node.outputs[0] === sum) {
      expect([uses(read), uses(twice), uses(sum), uses(input)]).toEqual([1, 2, 2, 2]);
      expect([reader(read)?.op, reader(twice), reader(sum)]).toEqual(['Add', null, null]);
    }
    return null;
  });
  expect(seen).toEqual(['Neg', 'Exp', 'Mul', 'Add']);
});

test('what takes the place of a value is read by all that come after, outputs too', async () => {
  const graph = new Graph();
  const input = graph.input('x', line);
  const twice = graph.add('Neg', [graph.add('Neg', [input], line)], line);
  graph.output('same', twice);
  graph.output('sum', graph.add('Add', [twice, graph.add('Exp', [twice], line)], line));
  const { after } = await expectSameNumbers(graph, { x }, (given) =>
    rewrite(given, (node, { at }) => (node.outputs[0] === twice ? at(input) : null)),
  );
  expect([after('Neg'), after('Add')]).toEqual([0, 1]);
});

test('a rule that asks for what comes later is told so', () => {
  const graph = new Graph();
  const early = graph.add('Neg', [graph.input('x', line)], line);
  const late = graph.add('Exp', [early], line);
  graph.output('y', late);
  const rule: Rule = (node, { at }) => (node.outputs[0] === early ? at(late) : null);
  expect(() => rewrite(graph, rule)).toThrow('a value that comes later');
});

test('a chain of 20,000 nodes is rewritten without running out of stack', () => {
  const graph = new Graph();
  let value = graph.input('x', line);
  for (let at = 0; at < 20_000; at++) value = graph.add('Add', [value, graph.real(at % 7)], line);
  graph.output('y', value);
  expect(operatorsOf(rewrite(graph, keep))('Add')).toBe(20_000);
});
