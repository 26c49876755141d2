/**
 * The transformer as an ONNX file that writes symbol after symbol: open numbers of sequences and symbols, and a cache of
 * keys and values, so that each new symbol is computed once. Inputs and outputs have the names of Hugging Face's exports.
 * The engine's own export leaves one axis open, a cache needs three, so the graph is written down here; a test holds it to
 * `languageLogits`.
 */
import onnxProto from 'onnx-proto';
import type { HostTensor } from '../tensor/index.ts';
import { type BlockWeight, type LanguageArchitecture, normalisationEpsilon } from './architecture.ts';
import type { LanguageWeights } from './training.ts';

const { onnx } = onnxProto;
const { DataType } = onnx.TensorProto;
const { AttributeType } = onnx.AttributeProto;

const operatorSet = 20;
const irVersion = 9;

/**
 * Inputs: `input_ids`, `attention_mask`, `position_ids` (int64 [batch, symbols], the mask over past symbols too) and
 * `past_key_values.n.key|value` (float32 [batch, heads, past, width / heads]); outputs: `logits` [batch, symbols, vocabulary]
 * and `present.n.key|value`.
 */
export function decoderGraph(architecture: LanguageArchitecture, weights: LanguageWeights): Uint8Array {
  const { heads, width, blocks, vocabulary } = architecture;
  const graph = new GraphWriter(weights);
  const headWidth = width / heads;
  const past = (name: string) => ({ name, type: DataType.FLOAT, shape: ['batch', heads, 'past', headWidth] });
  const present = (name: string) => ({
    name,
    type: DataType.FLOAT,
    shape: ['batch', heads, 'all', headWidth],
  });

  const read = graph.add('Gather', [graph.weight('symbols'), 'input_ids']);
  const placed = graph.add('Gather', [graph.weight('places'), 'position_ids']);
  let x = graph.add('Add', [read, placed]);
  const mask = maskOf(graph);
  const caches: string[] = [];
  for (let index = 0; index < blocks; index++) {
    const of = (name: BlockWeight) => graph.weight(`${index}.${name}`);
    const before = graph.normalised(x, of('gainA'), of('shiftA'));
    const joined = graph.add('Add', [graph.add('MatMul', [before, of('joined')]), of('joinedBias')]);
    const parts = graph.addMany('Split', [joined], 3, { axis: -1, num_outputs: 3 });
    const [query = '', newKey = '', newValue = ''] = parts.map((part) => {
      const split = graph.add('Reshape', [part, graph.integers([0, 0, heads, headWidth])]);
      return graph.add('Transpose', [split], { perm: [0, 2, 1, 3] });
    });
    const cache = (name: string, fresh: string) => {
      const input = `past_key_values.${index}.${name}`;
      caches.push(`${index}.${name}`);
      return graph.add('Concat', [input, fresh], { axis: 2 }, `present.${index}.${name}`);
    };
    const [key, value] = [cache('key', newKey), cache('value', newValue)];
    const turned = graph.add('Transpose', [key], { perm: [0, 1, 3, 2] });
    const scores = graph.add('Mul', [
      graph.add('MatMul', [query, turned]),
      graph.number(1 / Math.sqrt(headWidth)),
    ]);
    const shares = graph.add('Softmax', [graph.add('Add', [scores, mask])], { axis: -1 });
    const looked = graph.add('Transpose', [graph.add('MatMul', [shares, value])], { perm: [0, 2, 1, 3] });
    const flat = graph.add('Reshape', [looked, graph.integers([0, 0, width])]);
    const mixed = graph.add('Add', [graph.add('MatMul', [flat, of('mixed')]), of('mixedBias')]);
    x = graph.add('Add', [x, mixed]);
    const after = graph.normalised(x, of('gainB'), of('shiftB'));
    const up = graph.add('Relu', [graph.add('Add', [graph.add('MatMul', [after, of('up')]), of('upBias')])]);
    const down = graph.add('Add', [graph.add('MatMul', [up, of('down')]), of('downBias')]);
    x = graph.add('Add', [x, down]);
  }
  const end = graph.normalised(x, graph.weight('gainEnd'), graph.weight('shiftEnd'));
  const turned = graph.add('Transpose', [graph.weight('symbols')], { perm: [1, 0] });
  graph.add('MatMul', [end, turned], {}, 'logits');
  const whole = (name: string, symbols: string) => ({
    name,
    type: DataType.INT64,
    shape: ['batch', symbols],
  });
  return graph.file(
    [
      whole('input_ids', 'symbols'),
      whole('attention_mask', 'all'),
      whole('position_ids', 'symbols'),
      ...caches.map((name) => past(`past_key_values.${name}`)),
    ],
    [
      { name: 'logits', type: DataType.FLOAT, shape: ['batch', 'symbols', vocabulary] },
      ...caches.map((name) => present(`present.${name}`)),
    ],
  );
}

/** 0 where a symbol may look, −1e9 at later symbols and at padding: [batch, 1, symbols, all]. */
function maskOf(graph: GraphWriter): string {
  const size = (input: string) =>
    graph.add('Gather', [graph.add('Shape', [input]), graph.integer(1)], { axis: 0 });
  const [symbols, all] = [size('input_ids'), size('attention_mask')];
  const range = (start: string, end: string) => graph.add('Range', [start, end, graph.integer(1)]);
  const places = range(graph.integer(0), all);
  const own = range(graph.add('Sub', [all, symbols]), all);
  const column = graph.add('Unsqueeze', [own, graph.integers([1])]);
  const later = graph.add('Greater', [graph.add('Unsqueeze', [places, graph.integers([0])]), column]);
  const padding = graph.add('Equal', [
    graph.add('Unsqueeze', ['attention_mask', graph.integers([1, 2])]),
    graph.integer(0),
  ]);
  const hidden = graph.add('Or', [later, padding]);
  return graph.add('Where', [hidden, graph.number(-1e9), graph.number(0)]);
}

type Attributes = Readonly<Record<string, number | readonly number[]>>;

interface Slot {
  readonly name: string;
  readonly type: number;
  readonly shape: readonly (number | string)[];
}

/** Nodes and constants of one file, in the order in which they are computed. */
class GraphWriter {
  readonly #weights: LanguageWeights;
  readonly #nodes: ReturnType<typeof onnx.NodeProto.create>[] = [];
  readonly #constants = new Map<string, Parameters<typeof onnx.TensorProto.create>[0]>();

  constructor(weights: LanguageWeights) {
    this.#weights = weights;
  }

  /** @returns the name of the node's only output */
  add(operator: string, inputs: readonly string[], attributes: Attributes = {}, output?: string): string {
    const name = output ?? `value_${this.#nodes.length}`;
    this.#push(operator, inputs, [name], attributes);
    return name;
  }

  addMany(
    operator: string,
    inputs: readonly string[],
    count: number,
    attributes: Attributes,
  ): readonly string[] {
    const names = Array.from({ length: count }, (_, index) => `value_${this.#nodes.length}_${index}`);
    this.#push(operator, inputs, names, attributes);
    return names;
  }

  normalised(x: string, gain: string, shift: string): string {
    const name = `value_${this.#nodes.length}`;
    const attribute = [
      { name: 'axis', type: AttributeType.INT, i: -1 },
      { name: 'epsilon', type: AttributeType.FLOAT, f: normalisationEpsilon },
    ];
    this.#nodes.push(
      onnx.NodeProto.create({
        opType: 'LayerNormalization',
        name,
        input: [x, gain, shift],
        output: [name],
        attribute,
      }),
    );
    return name;
  }

  weight(name: string): string {
    const tensor = this.#weights[name];
    if (tensor === undefined) throw new Error(`the weight ${name} is missing`);
    this.#constants.set(name, {
      name,
      dims: [...tensor.shape],
      dataType: DataType.FLOAT,
      rawData: bytes(tensor.data),
    });
    return name;
  }

  number(value: number): string {
    const name = `number_${value}`;
    this.#constants.set(name, { name, dims: [], dataType: DataType.FLOAT, floatData: [value] });
    return name;
  }

  integer(value: number): string {
    const name = `integer_${value}`;
    this.#constants.set(name, { name, dims: [], dataType: DataType.INT64, int64Data: [value] });
    return name;
  }

  integers(values: readonly number[]): string {
    const name = `integers_${values.join('_')}`;
    const int64Data = [...values];
    this.#constants.set(name, { name, dims: [values.length], dataType: DataType.INT64, int64Data });
    return name;
  }

  file(inputs: readonly Slot[], outputs: readonly Slot[]): Uint8Array {
    const model = onnx.ModelProto.create({
      irVersion,
      producerName: 'praxis',
      opsetImport: [{ domain: '', version: operatorSet }],
      graph: {
        name: 'decoder',
        node: this.#nodes,
        input: inputs.map(slotProto),
        output: outputs.map(slotProto),
        initializer: [...this.#constants.values()].filter((constant) => constant !== undefined),
      },
    });
    // The encoder's bytes lie in a buffer that others share.
    return new Uint8Array(onnx.ModelProto.encode(model).finish());
  }

  #push(opType: string, input: readonly string[], output: readonly string[], attributes: Attributes): void {
    const attribute = Object.entries(attributes).map(([name, value]) =>
      typeof value === 'number'
        ? { name, type: AttributeType.INT, i: value }
        : { name, type: AttributeType.INTS, ints: [...value] },
    );
    const name = `${opType}_${this.#nodes.length}`;
    this.#nodes.push(
      onnx.NodeProto.create({ opType, name, input: [...input], output: [...output], attribute }),
    );
  }
}

function slotProto({ name, type, shape }: Slot) {
  const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType: type, shape: { dim } } } };
}

function bytes(data: HostTensor['data']): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
