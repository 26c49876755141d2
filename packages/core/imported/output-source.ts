/** Which operator an output's numbers come from: what it is called by and what classes it tells apart. */
import type { onnx as format } from 'onnx-proto';
import { ImportError } from './errors.ts';

/** Operators that change neither how many classes there are nor their order. */
const passing: readonly (string | null | undefined)[] = [
  'Identity',
  'Normalizer',
  'Cast',
  'Reshape',
  'Flatten',
  'Squeeze',
  'Unsqueeze',
];

/** Made into a probability inside the operator. */
const squashing: readonly string[] = ['LOGISTIC', 'SOFTMAX', 'PROBIT'];

/** The operator that a value comes from, through those that only pass it on; undefined where the file has none. */
function sourceOf(graph: format.IGraphProto, value: string): format.INodeProto | undefined {
  const node = graph.node?.find(({ output }) => output?.includes(value));
  const before = node?.input?.[0];
  return node !== undefined && before !== undefined && passing.includes(node.opType)
    ? sourceOf(graph, before)
    : node;
}

/** @throws ImportError where the value is the answer of a regression */
export function refuseRegressor(graph: format.IGraphProto, value: string): void {
  const node = sourceOf(graph, value);
  if (!node?.opType?.endsWith('Regressor')) return;
  const transform = attributeOf(node, 'post_transform')?.s;
  const name = transform ? new TextDecoder().decode(transform) : 'NONE';
  if (squashing.includes(name)) return;
  const message = `The model is a regression (${node.opType}): it answers with a quantity, not with the probability of an event. Export a classifier.`;
  throw new ImportError('importOutputs', message);
}

/** Labels of the classes in the order of the columns, null where neither a ZipMap nor a classifier names them. */
export function classesOf(
  graph: format.IGraphProto,
  value: string,
  zip: format.INodeProto | null,
): readonly string[] | null {
  const source = sourceOf(graph, value);
  for (const node of [zip, source]) {
    if (!node || (node !== zip && !node.opType?.endsWith('Classifier'))) continue;
    const texts = attributeOf(node, 'classlabels_strings')?.strings ?? [];
    const numbers =
      (attributeOf(node, 'classlabels_int64s') ?? attributeOf(node, 'classlabels_ints'))?.ints ?? [];
    const decoder = new TextDecoder();
    const names = texts.length > 0 ? texts.map((text) => decoder.decode(text)) : numbers.map(String);
    if (names.length > 0) return names;
  }
  return null;
}

function attributeOf({ attribute }: format.INodeProto, wanted: string) {
  return attribute?.find(({ name }) => name === wanted);
}
