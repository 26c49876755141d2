/** Numbers element by element: of one operand, or of several that broadcast. */
import type { ElementType, Value } from '../graph.ts';
import { binary, broadcastShape, type Pair, unary, unaryAny, where } from './broadcast.ts';
import {
  apply,
  cast,
  fill,
  type KernelCall,
  type Lowering,
  type Lowerings,
  operand,
  text,
  unsupported,
} from './lowering.ts';

const arithmetic =
  (op: string): Pair =>
  ({ graph }, a, b) =>
    graph.add(op, [a, b], { shape: broadcastShape(a.shape, b.shape), type: a.type });

const add = binary(arithmetic('Add'));
const sub = binary(arithmetic('Sub'));
const multiply = binary(arithmetic('Mul'));
const divide = binary(arithmetic('Div'));

/** floor(a / b) as int32. In float64 the quotient of any two int32 rounds to the right side. */
const floorDivide: Pair = ({ graph }, a, b) => {
  const shape = broadcastShape(a.shape, b.shape);
  const spec = { shape, type: 'float64' } as const;
  const quotient = graph.add('Div', [cast(graph, a, 'float64'), cast(graph, b, 'float64')], spec);
  return cast(graph, graph.add('Floor', [quotient], spec), 'int32');
};

/**
 * The remainder with the sign of the divisor, by tfjs' own formula (backend-cpu, Mod.ts) and in its precision: in float32
 * the remainder of a small negative number would be 0 instead of nearly the divisor.
 */
const floorModulo: Pair = (call, given, by) => {
  const { graph } = call;
  const [a, b] = [cast(graph, given, 'float64'), cast(graph, by, 'float64')];
  const spec = { shape: broadcastShape(a.shape, b.shape), type: a.type };
  const truncated = graph.add('Mod', [a, b], spec, { fmod: 1 });
  const shifted = graph.add('Mod', [graph.add('Add', [truncated, b], spec), b], spec, { fmod: 1 });
  const zero = cast(graph, graph.real(0), 'float64');
  const negative = (value: Value) => graph.add('Less', [value, zero], { shape: value.shape, type: 'bool' });
  const differ = graph.add('Xor', [negative(a), negative(b)], { shape: spec.shape, type: 'bool' });
  return cast(graph, where(call, differ, shifted, truncated), given.type);
};

/**
 * The angle of the point (b, a): the arctangent of a / b, turned by half a circle where b is negative. The signs of zeros
 * and the quotient of two infinities, of which Math.atan2 makes a difference, are not told apart.
 */
const angle: Pair = (call, a, b) => {
  const { graph } = call;
  const spec = { shape: broadcastShape(a.shape, b.shape), type: 'float32' } as const;
  const [y, x] = [cast(graph, a, 'float32'), cast(graph, b, 'float32')];
  const zero = graph.real(0);
  const is = (op: string, value: Value) => graph.add(op, [value, zero], { shape: value.shape, type: 'bool' });
  const both = graph.add('And', [is('Equal', y), is('Equal', x)], { shape: spec.shape, type: 'bool' });
  const slope = graph.add('Atan', [graph.add('Div', [y, x], spec)], spec);
  const half = where(call, is('Less', y), graph.real(-Math.PI), graph.real(Math.PI));
  const turn = where(call, is('Less', x), half, zero);
  return graph.add('Add', [where(call, both, zero, slope), turn], spec);
};

/** -1, 0 or 1; 0 for NaN as in tfjs. */
const sign: Lowering = (call) => {
  const { graph } = call;
  const x = operand(call, 'x');
  const signed = graph.add('Sign', [x], x);
  if (x.type !== 'float32') return signed;
  const missing = graph.add('IsNaN', [x], { shape: x.shape, type: 'bool' });
  return where(call, missing, graph.real(0), signed);
};

const dtypes: Readonly<Record<string, ElementType>> = { float32: 'float32', int32: 'int32', bool: 'bool' };

const castLowering: Lowering = (call) => {
  const type = dtypes[text(call, 'dtype')];
  if (!type) throw unsupported(call, `there is no element type ${text(call, 'dtype')} in the engine`);
  return cast(call.graph, operand(call, 'x'), type);
};

export const elementwise: Lowerings = {
  Abs: unaryAny('Abs'),
  Neg: unaryAny('Neg'),
  Sign: sign,
  Square: (call) => call.graph.add('Mul', [operand(call, 'x'), operand(call, 'x')], operand(call, 'x')),
  Identity: (call) => operand(call, 'x'),
  Cast: castLowering,

  Exp: unary('Exp', 'float32'),
  // log(1 + x) and exp(x) - 1 round at 1: an absolute error of at most 6e-8 near zero, as ONNX has no other operator.
  Log1p: (call) =>
    apply(call, unary('Log'), { x: apply(call, add, { a: operand(call, 'x'), b: one(call) }) }),
  Expm1: (call) =>
    apply(call, sub, { a: apply(call, unary('Exp'), { x: operand(call, 'x') }), b: one(call) }),
  Log: unary('Log'),
  Sqrt: unary('Sqrt'),
  Rsqrt: (call) => {
    const x = cast(call.graph, operand(call, 'x'), 'float32');
    const root = call.graph.add('Sqrt', [x], x);
    return cast(call.graph, call.graph.add('Reciprocal', [root], x), operand(call, 'x').type);
  },
  Reciprocal: unary('Reciprocal'),
  Sin: unary('Sin'),
  Cos: unary('Cos'),
  Tan: unary('Tan'),
  Asin: unary('Asin'),
  Acos: unary('Acos'),
  Atan: unary('Atan'),
  Atan2: binary(angle),
  Sinh: unary('Sinh'),
  Cosh: unary('Cosh'),
  Asinh: unary('Asinh'),
  Acosh: unary('Acosh'),
  Atanh: unary('Atanh'),
  Erf: unary('Erf'),
  Ceil: unary('Ceil'),
  Floor: unary('Floor'),
  Round: unary('Round'),
  Add: add,
  AddV2: add,
  Sub: sub,
  Multiply: multiply,
  RealDiv: divide,
  FloorDiv: binary(floorDivide),
  Mod: binary(floorModulo),
  Pow: binary(arithmetic('Pow')),
  BitwiseAnd: binary(arithmetic('BitwiseAnd')),
  Maximum: binary(arithmetic('Max')),
  Minimum: binary(arithmetic('Min')),
  SquaredDifference: (call) => {
    const difference = apply(call, sub, { a: operand(call, 'a'), b: operand(call, 'b') });
    return call.graph.add('Mul', [difference, difference], difference);
  },
  AddN: (call) => {
    const terms = [...call.operands.values()];
    const [first] = terms;
    if (!first) throw new Error('AddN needs an operand');
    return call.graph.add('Sum', terms, first);
  },
};

function one(call: KernelCall): Value {
  return fill(call.graph, 1, [], operand(call, 'x').type);
}
