/** An imported graph with a calibration of our own after it, answering as every trained model does. */
import onnxProto, { type onnx as format } from 'onnx-proto';
import type { Calibration } from '../calibrate/calibration.ts';

const { onnx } = onnxProto;
const { FLOAT } = onnx.TensorProto.DataType;

/** Answers of the imported graph that the calibration replaces. */
const replaced: readonly string[] = ['probability', 'lower', 'upper'];

const renamed = (name: string): string => (replaced.includes(name) ? `imported/${name}` : name);

/**
 * @param graph as `wrapGraph` wrote it
 * @returns the same graph, whose `probability`, `lower` and `upper` are sigmoid(intercept + slope × logOdds)
 */
export function calibratedGraph(graph: Uint8Array, { slope, intercept, curve }: Calibration): Uint8Array {
  if (curve !== undefined) throw new Error('an imported model is calibrated by a line alone');
  const model = onnx.ModelProto.decode(graph);
  const inner = model.graph ?? {};
  const scalar = (name: string, value: number): format.ITensorProto => ({
    name,
    dims: [1],
    dataType: FLOAT,
    floatData: [value],
  });
  const node = (opType: string, input: string[], output: string): format.INodeProto => ({
    opType,
    input,
    output: [output],
  });
  const wrapped = onnx.ModelProto.create({
    ...model,
    graph: {
      ...inner,
      node: [
        ...(inner.node ?? []).map((one) => ({
          ...one,
          input: (one.input ?? []).map(renamed),
          output: (one.output ?? []).map(renamed),
        })),
        node('Mul', ['logOdds', 'calibration/slope'], 'calibration/scaled'),
        node('Add', ['calibration/scaled', 'calibration/intercept'], 'calibration/logOdds'),
        node('Sigmoid', ['calibration/logOdds'], 'probability'),
        node('Identity', ['probability'], 'lower'),
        node('Identity', ['probability'], 'upper'),
      ],
      initializer: [
        ...(inner.initializer ?? []),
        scalar('calibration/slope', slope),
        scalar('calibration/intercept', intercept),
      ],
    },
  });
  return new Uint8Array(onnx.ModelProto.encode(wrapped).finish());
}
