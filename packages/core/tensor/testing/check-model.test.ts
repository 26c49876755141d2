import onnxProto, { type onnx as format } from 'onnx-proto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportGraph } from '../export.ts';
import { tf } from '../tf.ts';
import { modelFaults } from './check-model.ts';

const { ModelProto } = onnxProto.onnx;

let whole: Uint8Array;
beforeEach(() => {
  const w = tf.variable(tf.tensor2d([[0.5], [0.25], [1]]));
  whole = exportGraph({
    inputs: {
      x: { shape: ['batch', 2], dtype: 'float32' },
      site: { shape: ['batch', 1], dtype: 'string', categories: ['left', 'right'] },
    },
    outputs: ({ x, site }) => {
      const all = tf.concat([x, tf.cast(site, 'float32')], 1);
      return { probability: tf.sigmoid(tf.matMul(all, w)), total: tf.sum(all, 1) };
    },
  });
});
afterEach(() => {
  tf.disposeVariables();
});

test('an exported model keeps every rule', () => {
  expect(modelFaults(whole)).toEqual([]);
});

type Graph = format.IGraphProto;
const node = ({ node }: Graph, type: string): format.INodeProto => {
  const found = node?.find(({ opType }) => opType === type);
  if (!found) throw new Error(`the model has no ${type}`);
  return found;
};

test.each<{ damage: string; rule: string; apply: (model: format.IModelProto, graph: Graph) => void }>([
  {
    damage: 'a file format of the future',
    rule: 'irVersion',
    apply: (model) => {
      model.irVersion = 99;
    },
  },
  {
    damage: 'operators of the future',
    rule: 'operatorSet',
    apply: (model) => {
      model.opsetImport = [{ domain: '', version: 99 }, ...(model.opsetImport ?? []).slice(1)];
    },
  },
  {
    damage: 'a domain that is not imported',
    rule: 'operatorSet',
    apply: (model) => {
      model.opsetImport = (model.opsetImport ?? []).slice(0, 1);
    },
  },
  {
    damage: 'two values of one name',
    rule: 'assignedTwice',
    apply: (_, graph) => {
      node(graph, 'Sigmoid').output = node(graph, 'Concat').output;
    },
  },
  {
    damage: 'nodes out of order',
    rule: 'order',
    apply: (_, graph) => {
      graph.node = graph.node?.toReversed();
    },
  },
  {
    damage: 'an operand that nothing makes',
    rule: 'undefined',
    apply: (_, graph) => {
      node(graph, 'Sigmoid').input = ['nowhere'];
    },
  },
  {
    damage: 'an output that nothing makes',
    rule: 'undefined',
    apply: (_, graph) => {
      graph.node = graph.node?.filter(({ output }) => output?.[0] !== 'total');
    },
  },
  {
    damage: 'no outputs',
    rule: 'undefined',
    apply: (_, graph) => {
      graph.output = [];
    },
  },
  {
    damage: 'an attribute of another type than it says',
    rule: 'attribute',
    apply: (_, graph) => {
      node(graph, 'Concat').attribute = [{ name: 'axis', type: 1, i: 1 }];
    },
  },
  {
    damage: 'an attribute that holds nothing',
    rule: 'attribute',
    apply: (_, graph) => {
      node(graph, 'Concat').attribute = [{ name: 'axis', type: 2 }];
    },
  },
  {
    damage: 'weights cut short',
    rule: 'size',
    apply: (_, graph) => {
      for (const tensor of graph.initializer ?? []) tensor.rawData = tensor.rawData?.subarray(1);
    },
  },
  {
    damage: 'an input of no known type',
    rule: 'type',
    apply: (_, graph) => {
      graph.input = [{ name: 'x', type: { tensorType: { elemType: 77, shape: { dim: [] } } } }];
    },
  },
  {
    damage: 'a value without a name',
    rule: 'name',
    apply: (_, graph) => {
      node(graph, 'Sigmoid').output = [''];
    },
  },
])('$damage is found', ({ rule, apply }) => {
  const model = ModelProto.decode(whole);
  if (!model.graph) throw new Error('the model has no graph');
  apply(model, model.graph);
  const rules = modelFaults(ModelProto.encode(model).finish()).map((fault) => fault.rule);
  expect(rules).toContain(rule);
});

test('a file that is cut off, or none, is unreadable', () => {
  for (const bytes of [whole.subarray(0, 60), new TextEncoder().encode('no model'), new Uint8Array()]) {
    expect(modelFaults(bytes).map(({ rule }) => rule)).toEqual(['unreadable']);
  }
});
