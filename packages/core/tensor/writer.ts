/** Writes a graph as an ONNX file (https://onnx.ai/onnx/repo-docs/IR.html). */
import onnxProto from 'onnx-proto';
import type { Attribute, ConstantData, Node, Value } from './graph.ts';
import { elementTypeCode } from './lowerings/lowering.ts';
import type { LiveGraph } from './passes/dead-code.ts';

const { onnx } = onnxProto;

/** Operators are those of this version of the ONNX standard; the file format is the version that came with it. */
const operatorSet = 20;
/** Operators that only classical models need stand in a set of their own; this version has trees as one node. */
const classicalDomain = 'ai.onnx.ml';
const classicalOperatorSet = 5;
const irVersion = 9;
const producer = 'praxis';

/** The name of an axis whose length is chosen at run time. */
export type Dimension = number | string;

/** Shapes of named inputs and outputs where they differ from the traced ones. */
export type NamedShapes = ReadonlyMap<string, readonly Dimension[]>;

/** The names behind the positions that an input gives to the graph; the position after the last stands for all others. */
export type Categories = ReadonlyMap<string, readonly string[]>;

/** @returns the bytes of a `.onnx` file. */
export function writeOnnx(
  graph: LiveGraph,
  shapes: NamedShapes = new Map(),
  categories: Categories = new Map(),
): Uint8Array {
  const names = nameValues(graph, categories);
  const nameOf = (value: Value) => {
    const name = names.get(value);
    if (name === undefined) throw new Error('a node reads a value that nothing makes');
    return name;
  };
  const nodes = graph.nodes.map((node, index) => nodeProto(node, `${node.op}_${index}`, nameOf));
  // Two outputs may be one value, or an input passed through: such an output is a node of its own.
  const passed = [...graph.outputs].filter(([name, value]) => nameOf(value) !== name);
  const outputs = passed.map(([name, value]) =>
    onnx.NodeProto.create({
      opType: 'Identity',
      name: `output/${name}`,
      input: [nameOf(value)],
      output: [name],
    }),
  );
  const encoders = [...categories].flatMap(([name, known]) =>
    graph.unread.has(name) ? [] : encoderProtos(name, known),
  );
  const needsClassical = encoders.length > 0 || nodes.some(({ domain }) => domain === classicalDomain);
  const classical = { domain: classicalDomain, version: classicalOperatorSet };
  const model = onnx.ModelProto.create({
    irVersion,
    producerName: producer,
    opsetImport: [{ domain: '', version: operatorSet }, ...(needsClassical ? [classical] : [])],
    graph: {
      name: 'graph',
      node: [...encoders, ...nodes, ...outputs],
      input: [...graph.inputs].map(([name, value]) =>
        valueInfo(name, categories.has(name) ? stringCode : elementTypeCode[value.type], value, shapes),
      ),
      output: [...graph.outputs].map(([name, value]) =>
        valueInfo(name, elementTypeCode[value.type], value, shapes),
      ),
      initializer: graph.constants.map((value) => tensorProto(nameOf(value), value)),
    },
  });
  // The encoder's bytes lie in a buffer that others share.
  return new Uint8Array(onnx.ModelProto.encode(model).finish());
}

function nameValues(graph: LiveGraph, categories: Categories): Map<Value, string> {
  const names = new Map<Value, string>();
  for (const [name, value] of graph.inputs) names.set(value, categories.has(name) ? positionsOf(name) : name);
  for (const [name, value] of graph.outputs) {
    if (value.source.kind === 'node' && !names.has(value)) names.set(value, name);
  }
  graph.constants.forEach((value, index) => {
    names.set(value, `constant_${index}`);
  });
  graph.nodes.forEach((node, index) => {
    node.outputs.forEach((value, output) => {
      if (names.has(value)) return;
      names.set(value, output === 0 ? `${node.op}_${index}` : `${node.op}_${index}_${output}`);
    });
  });
  return names;
}

/** TensorProto.DataType.STRING. */
const stringCode = 8;

/** What the graph reads of an input that is given by names. */
function positionsOf(input: string): string {
  return `position/${input}`;
}

/**
 * From names to positions: LabelEncoder (https://onnx.ai/onnx/operators/onnx_aionnxml_LabelEncoder.html), whose runtimes
 * know int64 alone, and a cast.
 */
function encoderProtos(input: string, categories: readonly string[]) {
  const { AttributeType } = onnx.AttributeProto;
  const encode = onnx.NodeProto.create({
    domain: classicalDomain,
    opType: 'LabelEncoder',
    name: `encode/${input}`,
    input: [input],
    output: [`label/${input}`],
    attribute: [
      {
        name: 'keys_strings',
        type: AttributeType.STRINGS,
        strings: categories.map((category) => new TextEncoder().encode(category)),
      },
      { name: 'values_int64s', type: AttributeType.INTS, ints: categories.map((_, position) => position) },
      { name: 'default_int64', type: AttributeType.INT, i: categories.length },
    ],
  });
  const cast = onnx.NodeProto.create({
    opType: 'Cast',
    name: `cast/${input}`,
    input: [`label/${input}`],
    output: [positionsOf(input)],
    attribute: [attributeProto('to', elementTypeCode.int32)],
  });
  return [encode, cast];
}

function nodeProto(node: Node, name: string, nameOf: (value: Value) => string) {
  const inClassical = node.op.startsWith(`${classicalDomain}.`);
  return onnx.NodeProto.create({
    ...(inClassical ? { domain: classicalDomain } : {}),
    opType: inClassical ? node.op.slice(classicalDomain.length + 1) : node.op,
    name,
    input: node.inputs.map((value) => (value ? nameOf(value) : '')),
    output: node.outputs.map(nameOf),
    attribute: Object.entries(node.attributes).map(([key, value]) => attributeProto(key, value)),
  });
}

function attributeProto(name: string, value: Attribute) {
  const { AttributeType } = onnx.AttributeProto;
  if (typeof value === 'number') return { name, type: AttributeType.INT, i: value };
  if (typeof value === 'string')
    return { name, type: AttributeType.STRING, s: new TextEncoder().encode(value) };
  if ('real' in value) return { name, type: AttributeType.FLOAT, f: value.real };
  if ('data' in value) {
    const { data, type } = value;
    const t = { name, dims: [data.length], dataType: elementTypeCode[type], rawData: rawBytes(data) };
    return { name, type: AttributeType.TENSOR, t };
  }
  return { name, type: AttributeType.INTS, ints: [...value] };
}

function valueInfo(name: string, elemType: number, value: Value, shapes: NamedShapes) {
  const shape = shapes.get(name) ?? value.shape;
  const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

function tensorProto(name: string, value: Value) {
  if (value.source.kind !== 'constant') throw new Error(`${name} is not a constant`);
  return {
    name,
    dims: [...value.shape],
    dataType: elementTypeCode[value.type],
    rawData: rawBytes(value.source.data),
  };
}

/** ONNX stores numbers little-endian, as does every machine that Node runs on. */
function rawBytes(data: ConstantData): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
