/** ONNX files as other programs write them, built by hand. */
import onnxProto, { type onnx as format } from 'onnx-proto';

const { onnx } = onnxProto;
const { DataType } = onnx.TensorProto;
const { AttributeType } = onnx.AttributeProto;

export const elementTypes = DataType;

export function tensor(
  name: string,
  elemType: number,
  dims: readonly (number | string)[],
): format.IValueInfoProto {
  const dim = dims.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

export function modelBytes(graph: format.IGraphProto, producerName = 'by hand'): Uint8Array {
  const model = onnx.ModelProto.create({
    irVersion: 9,
    producerName,
    opsetImport: [
      { domain: 'ai.onnx.ml', version: 1 },
      { domain: '', version: 19 },
    ],
    graph: { name: 'graph', ...graph },
  });
  return onnx.ModelProto.encode(model).finish();
}

/** A logistic regression as skl2onnx writes scikit-learn's: a matrix in, labels and a list of maps out. */
export function scikitLogistic(
  coefficients: readonly number[],
  intercept: number,
  options: { readonly elementType?: number; readonly rows?: number | string } = {},
): Uint8Array {
  const { elementType = DataType.FLOAT, rows = 'N' } = options;
  const floats = (name: string, values: readonly number[]) => ({
    name,
    type: AttributeType.FLOATS,
    floats: [...values],
  });
  const ints = (name: string, values: readonly number[]) => ({
    name,
    type: AttributeType.INTS,
    ints: [...values],
  });
  const text = (name: string, value: string) => ({
    name,
    type: AttributeType.STRING,
    s: new TextEncoder().encode(value),
  });
  const domain = 'ai.onnx.ml';
  return modelBytes(
    {
      node: [
        {
          domain,
          opType: 'LinearClassifier',
          input: ['X'],
          output: ['label', 'raw'],
          attribute: [
            ints('classlabels_ints', [0, 1]),
            floats('coefficients', [...coefficients.map((value) => -value), ...coefficients]),
            floats('intercepts', [-intercept, intercept]),
            { name: 'multi_class', type: AttributeType.INT, i: 1 },
            text('post_transform', 'LOGISTIC'),
          ],
        },
        {
          domain,
          opType: 'Normalizer',
          input: ['raw'],
          output: ['probabilities'],
          attribute: [text('norm', 'L1')],
        },
        {
          domain,
          opType: 'ZipMap',
          input: ['probabilities'],
          output: ['output_probability'],
          attribute: [ints('classlabels_int64s', [0, 1])],
        },
      ],
      input: [tensor('X', elementType, [rows, coefficients.length])],
      output: [
        tensor('label', DataType.INT64, ['N']),
        {
          name: 'output_probability',
          type: {
            sequenceType: {
              elemType: {
                mapType: { keyType: DataType.INT64, valueType: { tensorType: { elemType: DataType.FLOAT } } },
              },
            },
          },
        },
      ],
    },
    'skl2onnx',
  );
}
