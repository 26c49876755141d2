/** Normalisation by given means and variances, or by neighbouring channels. */
import { elementwise } from './elementwise.ts';
import { apply, type Lowering, type Lowerings, number, operand } from './lowering.ts';
import { transpose } from './shape.ts';

/**
 * offset + (x - mean) × scale / √(variance + ε). Not ONNX' BatchNormalization, which wants the channels in front and could
 * not share the difference and the root with the gradient.
 */
const batchNormalisation: Lowering = (call) => {
  const { graph } = call;
  const [x, mean, variance] = [operand(call, 'x'), operand(call, 'mean'), operand(call, 'variance')];
  const [scale, offset] = [call.operands.get('scale'), call.operands.get('offset')];
  const epsilon = graph.real(number(call, 'varianceEpsilon'));
  const root = apply(call, elementwise.Rsqrt, {
    x: apply(call, elementwise.Add, { a: variance, b: epsilon }),
  });
  const factor = scale ? apply(call, elementwise.Multiply, { a: root, b: scale }) : root;
  const difference = apply(call, elementwise.Sub, { a: x, b: mean });
  const scaled = apply(call, elementwise.Multiply, { a: difference, b: factor });
  return offset ? apply(call, elementwise.Add, { a: scaled, b: offset }) : scaled;
};

/** By the squares of neighbouring channels; ONNX divides `alpha` by their number. */
const localResponse: Lowering = (call) => {
  const x = transpose(call, operand(call, 'x'), [0, 3, 1, 2]);
  const size = 2 * number(call, 'depthRadius') + 1;
  const attributes = {
    size,
    alpha: { real: number(call, 'alpha') * size },
    beta: { real: number(call, 'beta') },
    bias: { real: number(call, 'bias') },
  };
  return transpose(call, call.graph.add('LRN', [x], x, attributes), [0, 2, 3, 1]);
};

export const normalisations: Lowerings = { FusedBatchNorm: batchNormalisation, LRN: localResponse };
