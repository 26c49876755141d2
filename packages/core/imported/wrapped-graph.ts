/**
 * Another program's graph inside one that takes named features and answers as every model of the registry does. Its own names
 * get a prefix, so that none of them meets a feature's.
 */
import onnxProto, { type onnx as format } from 'onnx-proto';
import type { ProbabilityPlace } from './foreign-graph.ts';
import type { InputPlan } from './input-plan.ts';
import type { ImportedFeature } from './schema.ts';

const { onnx } = onnxProto;
const { DataType } = onnx.TensorProto;
const { AttributeType } = onnx.AttributeProto;

const classicalDomain = 'ai.onnx.ml';
/** The first file format in which weights need not be listed as inputs. */
const leastIrVersion = 4;
/** The first version of its operators that encodes text as numbers. */
const leastClassicalSet = 2;
/** Keeps log-odds finite. */
const smallest = 1e-7;

/** @returns the bytes of a file with the inputs and outputs that `signatureFault` asks for */
export function wrapGraph(
  model: format.ModelProto,
  features: readonly ImportedFeature[],
  plan: InputPlan,
  place: ProbabilityPlace,
): Uint8Array {
  const inner = prefixed(model.graph ?? {});
  const encodes = features.some((feature, at) => isEncoded(feature, plan, at));
  const nodes = [
    ...features.flatMap((feature, at) => columnNodes(feature, plan, at)),
    ...(plan.kind === 'matrix' ? matrixNodes(features, plan.input) : []),
    ...(inner.node ?? []).filter(({ opType }) => opType !== 'ZipMap'),
    ...answerNodes(features, place),
  ];
  const slot = (name: string, elemType: number, width: number) => ({
    name,
    type: { tensorType: { elemType, shape: { dim: [{ dimParam: 'batch' }, { dimValue: width }] } } },
  });
  const float = DataType.FLOAT;
  const wrapped = onnx.ModelProto.create({
    irVersion: Math.max(leastIrVersion, Number(model.irVersion)),
    producerName: model.producerName,
    producerVersion: model.producerVersion,
    opsetImport: encodes ? withClassicalSet(model.opsetImport) : model.opsetImport,
    graph: {
      name: 'imported',
      node: nodes,
      input: features.map(({ name, kind }) => slot(name, kind === 'category' ? DataType.STRING : float, 1)),
      output: [
        ...['probability', 'lower', 'upper', 'logOdds'].map((name) => slot(name, float, 1)),
        slot('contributions', float, features.length),
      ],
      initializer: [...(inner.initializer ?? []), ...constants(features, place)],
      sparseInitializer: inner.sparseInitializer ?? [],
    },
  });
  return new Uint8Array(onnx.ModelProto.encode(wrapped).finish());
}

const own = (name: string): string => (name === '' ? '' : `model/${name}`);

/** Every name of the graph and of the graphs in its nodes, which may read values of the outer one. */
function prefixed(graph: format.IGraphProto): format.IGraphProto {
  return {
    ...graph,
    node: (graph.node ?? []).map((node) => ({
      ...node,
      input: (node.input ?? []).map(own),
      output: (node.output ?? []).map(own),
      attribute: (node.attribute ?? []).map((attribute) => ({
        ...attribute,
        ...(attribute.g ? { g: prefixed(attribute.g) } : {}),
        ...(attribute.graphs?.length ? { graphs: attribute.graphs.map(prefixed) } : {}),
      })),
    })),
    input: (graph.input ?? []).map((value) => ({ ...value, name: own(value.name ?? '') })),
    output: (graph.output ?? []).map((value) => ({ ...value, name: own(value.name ?? '') })),
    initializer: (graph.initializer ?? []).map((value) => ({ ...value, name: own(value.name ?? '') })),
    // Shapes between nodes are worked out anew.
    valueInfo: [],
  };
}

/** A category goes in as a number unless the model takes its text. */
function isEncoded(feature: ImportedFeature, plan: InputPlan, at: number): boolean {
  const takesText = plan.kind === 'columns' && plan.inputs[at].elementType === DataType.STRING;
  return feature.kind === 'category' && !takesText;
}

function withClassicalSet(sets: readonly format.IOperatorSetIdProto[]): format.IOperatorSetIdProto[] {
  const version = Number(sets.find(({ domain }) => domain === classicalDomain)?.version ?? 0);
  const others = sets.filter(({ domain }) => domain !== classicalDomain);
  return [...others, { domain: classicalDomain, version: Math.max(leastClassicalSet, version) }];
}

const numberOf = (name: string): string => `number/${name}`;

/** From a feature's input to the column that the model reads. */
function columnNodes(feature: ImportedFeature, plan: InputPlan, at: number): format.INodeProto[] {
  const { name } = feature;
  const nodes: format.INodeProto[] = [];
  let value = name;
  if (feature.kind === 'category' && isEncoded(feature, plan, at)) {
    const codes = feature.codes ?? feature.levels.map((_, position) => position);
    const text = new TextEncoder();
    nodes.push({
      domain: classicalDomain,
      opType: 'LabelEncoder',
      input: [name],
      output: [numberOf(name)],
      attribute: [
        {
          name: 'keys_strings',
          type: AttributeType.STRINGS,
          strings: feature.levels.map((level) => text.encode(level)),
        },
        { name: 'values_floats', type: AttributeType.FLOATS, floats: codes },
        // A level that the model does not know is as good as missing.
        { name: 'default_float', type: AttributeType.FLOAT, f: Number.NaN },
      ],
    });
    value = numberOf(name);
  }
  if (plan.kind === 'columns') {
    const { name: input, elementType } = plan.inputs[at];
    nodes.push(
      elementType === DataType.STRING ? identity(value, own(input)) : cast(value, own(input), elementType),
    );
  }
  return nodes;
}

function matrixNodes(
  features: readonly ImportedFeature[],
  { name, elementType }: { readonly name: string; readonly elementType: number },
): format.INodeProto[] {
  const columns = features.map((feature) =>
    feature.kind === 'category' ? numberOf(feature.name) : feature.name,
  );
  const axis = { name: 'axis', type: AttributeType.INT, i: 1 };
  return [
    { opType: 'Concat', input: columns, output: ['answer/matrix'], attribute: [axis] },
    cast('answer/matrix', own(name), elementType),
  ];
}

/** From a score a class to what every model of the registry answers. */
function answerNodes(features: readonly ImportedFeature[], { value }: ProbabilityPlace): format.INodeProto[] {
  const node = (
    opType: string,
    input: string[],
    output: string,
    attribute: format.IAttributeProto[] = [],
  ) => ({
    opType,
    input,
    output: [output],
    attribute,
  });
  const axis = (i: number) => ({ name: 'axis', type: AttributeType.INT, i });
  const first = features[0].name;
  return [
    // [rows], [rows, 1] and [rows, classes] alike become [rows, classes].
    node('Shape', [first], 'answer/shape'),
    node('Gather', ['answer/shape', 'answer/zero'], 'answer/rows', [axis(0)]),
    node('Concat', ['answer/rows', 'answer/rest'], 'answer/classes', [axis(0)]),
    node('Reshape', [own(value), 'answer/classes'], 'answer/scores'),
    cast('answer/scores', 'answer/float', DataType.FLOAT),
    node('Gather', ['answer/float', 'answer/column'], 'probability', [axis(1)]),
    identity('probability', 'lower'),
    identity('probability', 'upper'),
    node('Max', ['probability', 'answer/least'], 'answer/above'),
    node('Min', ['answer/above', 'answer/most'], 'answer/inside'),
    node('Sub', ['answer/one', 'answer/inside'], 'answer/other'),
    node('Div', ['answer/inside', 'answer/other'], 'answer/odds'),
    node('Log', ['answer/odds'], 'logOdds'),
    node('Concat', ['answer/rows', 'answer/width'], 'answer/spread', [axis(0)]),
    // Nothing is known of what a feature adds.
    node('ConstantOfShape', ['answer/spread'], 'contributions'),
  ];
}

function constants(
  features: readonly ImportedFeature[],
  { column }: ProbabilityPlace,
): format.ITensorProto[] {
  const whole = (name: string, value: number) => ({
    name,
    dims: [1],
    dataType: DataType.INT64,
    int64Data: [value],
  });
  const real = (name: string, value: number) => ({
    name,
    dims: [1],
    dataType: DataType.FLOAT,
    floatData: [value],
  });
  return [
    whole('answer/zero', 0),
    whole('answer/rest', -1),
    whole('answer/width', features.length),
    // −1 is the last.
    whole('answer/column', column ?? -1),
    real('answer/least', smallest),
    real('answer/most', 1 - smallest),
    real('answer/one', 1),
  ];
}

function identity(input: string, output: string): format.INodeProto {
  return { opType: 'Identity', input: [input], output: [output] };
}

function cast(input: string, output: string, to: number): format.INodeProto {
  return {
    opType: 'Cast',
    input: [input],
    output: [output],
    attribute: [{ name: 'to', type: AttributeType.INT, i: to }],
  };
}
