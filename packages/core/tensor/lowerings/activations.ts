/** What layers end in, and the derivatives that tfjs has kernels for. */
import type { Value } from '../graph.ts';
import { unary, unaryAny, where } from './broadcast.ts';
import { elementwise } from './elementwise.ts';
import {
  apply,
  cast,
  fill,
  type KernelCall,
  type Lowering,
  type Lowerings,
  number,
  operand,
  reshape,
  text,
  unsupported,
} from './lowering.ts';

/** An operator that has real-valued attributes besides its operand. */
function activation(
  op: string,
  attributes: (call: KernelCall) => Readonly<Record<string, number>>,
): Lowering {
  return (call) => {
    const x = operand(call, 'x');
    const reals = Object.entries(attributes(call)).map(([name, real]) => [name, { real }] as const);
    return call.graph.add(
      op,
      [cast(call.graph, x, 'float32')],
      { shape: x.shape, type: 'float32' },
      Object.fromEntries(reals),
    );
  };
}

const clip: Lowering = (call) => {
  const { graph } = call;
  const x = operand(call, 'x');
  const bound = (name: string) => fill(graph, number(call, name), [], x.type);
  return graph.add('Clip', [x, bound('clipValueMin'), bound('clipValueMax')], x);
};

/**
 * The derivative of relu: 1 above zero, `alpha` at and below it, NaN for NaN. For an alpha of 0, as relu has, it is
 * clipped from a number so enlarged that the smallest float32 above 0 passes 1: half the time of comparing and choosing.
 */
const step: Lowering = (call) => {
  const { graph } = call;
  const given = operand(call, 'x');
  const x = cast(graph, given, 'float32');
  const alpha = number(call, 'alpha');
  if (alpha === 0) {
    const enlarged = [1e38, 1e38].reduce((value, by) => graph.add('Mul', [value, graph.real(by)], x), x);
    return cast(graph, graph.add('Clip', [enlarged, graph.real(0), graph.real(1)], x), given.type);
  }
  const positive = graph.add('Greater', [x, graph.real(0)], { shape: x.shape, type: 'bool' });
  const stepped = where(call, positive, graph.real(1), graph.real(alpha));
  const missing = graph.add('IsNaN', [x], { shape: x.shape, type: 'bool' });
  return cast(graph, where(call, missing, x, stepped), given.type);
};

/** The derivative of elu from its result: 1 where y ≥ 0, y + 1 below. */
const eluGradient: Lowering = (call) => {
  const { graph } = call;
  const [dy, y] = [operand(call, 'dy'), operand(call, 'y')];
  const above = graph.add('GreaterOrEqual', [y, graph.real(0)], { shape: y.shape, type: 'bool' });
  const slope = where(call, above, graph.real(1), graph.add('Add', [y, graph.real(1)], y));
  return graph.add('Mul', [dy, slope], y);
};

export const activations: Lowerings = {
  Relu: unaryAny('Relu'),
  Relu6: (call) => {
    const x = operand(call, 'x');
    return call.graph.add('Clip', [x, fill(call.graph, 0, [], x.type), fill(call.graph, 6, [], x.type)], x);
  },
  Sigmoid: unary('Sigmoid'),
  Softplus: unary('Softplus'),
  Tanh: unary('Tanh'),
  Elu: activation('Elu', () => ({ alpha: 1 })),
  EluGrad: eluGradient,
  // Klambauer and others 2017, "Self-normalizing neural networks", as tfjs rounds the two constants.
  Selu: activation('Selu', () => ({ alpha: 1.6732632423543772, gamma: 1.0507009873554805 })),
  LeakyRelu: activation('LeakyRelu', (call) => ({ alpha: number(call, 'alpha') })),
  Prelu: (call) => {
    const [x, alpha] = [operand(call, 'x'), operand(call, 'alpha')];
    return call.graph.add('PRelu', [x, alpha], x);
  },
  Step: step,
  ClipByValue: clip,
};

/** tfjs' names for the activations of fused layers, and the kernels they are. */
const fusedActivations: Readonly<Record<string, string>> = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
  prelu: 'Prelu',
  leakyrelu: 'LeakyRelu',
  sigmoid: 'Sigmoid',
};

/**
 * The end of a fused layer: its bias is added to `result`, then its activation computed, where the call has them.
 * @param behind the axes that come after the channels, to which a list of biases or slopes belongs
 */
export function activated(call: KernelCall, result: Value, behind: number): Value {
  const byChannel = (name: string) => {
    const value = call.operands.get(name);
    if (value?.shape.length !== 1) return value;
    return reshape(call.graph, value, [...value.shape, ...Array.from({ length: behind }, () => 1)]);
  };
  const bias = byChannel('bias');
  const sum = bias ? apply(call, elementwise.Add, { a: result, b: bias }) : result;
  const activation = text(call, 'activation');
  if (activation === 'linear') return sum;
  const kernel = fusedActivations[activation];
  const lowering = kernel ? activations[kernel] : undefined;
  if (!lowering) throw unsupported(call, `the activation ${activation} is not one it knows`);
  const alpha = byChannel('preluActivationWeights');
  const attributes = { alpha: call.attributes.leakyreluAlpha };
  return apply({ ...call, attributes }, lowering, alpha ? { x: sum, alpha } : { x: sum });
}
