/** Which feature goes into which input of the file, or why they do not fit. */
import onnxProto from 'onnx-proto';
import { ImportError } from './errors.ts';
import { describeInput, type ForeignInput } from './foreign-graph.ts';
import type { ImportedFeature, ImportSchema } from './schema.ts';

const { DataType } = onnxProto.onnx.TensorProto;

/** One matrix of all features, or one column each, in the order of the features. */
export type InputPlan =
  | { readonly kind: 'matrix'; readonly input: ForeignInput }
  | { readonly kind: 'columns'; readonly inputs: readonly ForeignInput[] };

const numeric: readonly number[] = [
  DataType.FLOAT,
  DataType.DOUBLE,
  DataType.INT64,
  DataType.INT32,
  DataType.BOOL,
];

/** @throws ImportError naming each input that does not fit, and how */
export function planInputs(inputs: readonly ForeignInput[], { features }: ImportSchema): InputPlan {
  const [only] = inputs;
  const named = features.length === 1 && only?.name === inputName(features[0]);
  const plan: InputPlan =
    inputs.length === 1 && only !== undefined && !named
      ? { kind: 'matrix', input: only }
      : { kind: 'columns', inputs: columnInputs(inputs, features) };
  const faults =
    plan.kind === 'matrix' ? matrixFaults(plan.input, features) : columnFaults(plan.inputs, features);
  if (faults.length > 0) {
    throw new ImportError(
      'importInputs',
      `The model does not take the features of the schema: ${faults.join('; ')}.`,
    );
  }
  return plan;
}

const inputName = (feature: ImportedFeature | undefined): string | undefined =>
  feature?.input ?? feature?.name;

function columnInputs(inputs: readonly ForeignInput[], features: readonly ImportedFeature[]): ForeignInput[] {
  const found = features.map((feature) => inputs.find(({ name }) => name === inputName(feature)));
  const absent = features.filter((_, place) => found[place] === undefined).map(inputName);
  const extra = inputs.filter((input) => !found.includes(input));
  if (absent.length === 0 && extra.length === 0) return found.filter((input) => input !== undefined);
  const parts = [
    absent.length === 0 ? '' : `it has no input ${absent.map((name) => `"${name}"`).join(', ')}`,
    extra.length === 0 ? '' : `no feature goes into ${extra.map(describeInput).join(', ')}`,
  ].filter((part) => part !== '');
  throw new ImportError(
    'importInputs',
    `The model does not take the features of the schema: ${parts.join('; ')}.`,
  );
}

function matrixFaults(input: ForeignInput, features: readonly ImportedFeature[]): string[] {
  const width = features.length;
  if (!numeric.includes(input.elementType)) return [`${describeInput(input)} is no matrix of numbers`];
  return shapeFault(input, width, `[any, ${width}], a column for each feature of the schema`);
}

function columnFaults(inputs: readonly ForeignInput[], features: readonly ImportedFeature[]): string[] {
  return inputs.flatMap((input, place) => {
    const text = input.elementType === DataType.STRING;
    if (!text && !numeric.includes(input.elementType))
      return [`${describeInput(input)} is no column of numbers or text`];
    if (text && features[place].kind !== 'category') {
      return [`${describeInput(input)} takes text, and the feature is a ${features[place].kind}`];
    }
    return shapeFault(input, 1, '[any, 1]');
  });
}

function shapeFault(input: ForeignInput, width: number, expected: string): string[] {
  const { dims } = input;
  if (dims === null) return [];
  const [rows, columns] = dims;
  if (dims.length === 2 && typeof rows === 'number') {
    return [
      `${describeInput(input)} takes ${rows === 1 ? '1 row' : `${rows} rows`} at a time: export it with a free number of rows`,
    ];
  }
  const fits = dims.length === 2 && (typeof columns === 'string' || columns === width);
  return fits ? [] : [`${describeInput(input)} is not ${expected}`];
}
