/** Writes a graph as an ONNX file (https://onnx.ai/onnx/repo-docs/IR.html). */
import onnxProto from 'onnx-proto';
import type { Attribute, ConstantData, Node, Value } from './graph.ts';
import { elementTypeCode } from './lowerings/lowering.ts';
import type { LiveGraph } from './passes/dead-code.ts';

const { onnx } = onnxProto;

/** Operators are those of this version of the ONNX standard; the file format is the version that came with it. */
const operatorSet = 20;
const irVersion = 9;
const producer = 'praxis';

/** The name of an axis whose length is chosen at run time. */
export type Dimension = number | string;

/** Shapes of named inputs and outputs where they differ from the traced ones. */
export type NamedShapes = ReadonlyMap<string, readonly Dimension[]>;

/** @returns the bytes of a `.onnx` file. */
export function writeOnnx(graph: LiveGraph, shapes: NamedShapes = new Map()): Uint8Array {
  const names = nameValues(graph);
  const nameOf = (value: Value) => {
    const name = names.get(value);
    if (name === undefined) throw new Error('a node reads a value that nothing makes');
    return name;
  };
  const nodes = graph.nodes.map((node, index) => nodeProto(node, `${node.op}_${index}`, nameOf));
  // An output is a node of its own: two outputs may be one value, or an input passed through.
  const outputs = [...graph.outputs].map(([name, value]) =>
    onnx.NodeProto.create({
      opType: 'Identity',
      name: `output/${name}`,
      input: [nameOf(value)],
      output: [name],
    }),
  );
  const model = onnx.ModelProto.create({
    irVersion,
    producerName: producer,
    opsetImport: [{ domain: '', version: operatorSet }],
    graph: {
      name: 'graph',
      node: [...nodes, ...outputs],
      input: [...graph.inputs].map(([name, value]) => valueInfo(name, value, shapes)),
      output: [...graph.outputs].map(([name, value]) => valueInfo(name, value, shapes)),
      initializer: graph.constants.map((value) => tensorProto(nameOf(value), value)),
    },
  });
  return onnx.ModelProto.encode(model).finish();
}

function nameValues(graph: LiveGraph): Map<Value, string> {
  const names = new Map<Value, string>();
  for (const [name, value] of graph.inputs) names.set(value, name);
  graph.constants.forEach((value, index) => {
    names.set(value, `constant_${index}`);
  });
  graph.nodes.forEach((node, index) => {
    node.outputs.forEach((value, output) => {
      names.set(value, output === 0 ? `${node.op}_${index}` : `${node.op}_${index}_${output}`);
    });
  });
  return names;
}

function nodeProto(node: Node, name: string, nameOf: (value: Value) => string) {
  return onnx.NodeProto.create({
    opType: node.op,
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
  return { name, type: AttributeType.INTS, ints: [...value] };
}

function valueInfo(name: string, value: Value, shapes: NamedShapes) {
  const shape = shapes.get(name) ?? value.shape;
  const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType: elementTypeCode[value.type], shape: { dim } } } };
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
