/** Kernels that work element by element: one operand, or several that broadcast. */
import type { ElementType, Value } from '../graph.ts';
import {
  apply,
  broadcastShape,
  cast,
  fill,
  type KernelCall,
  type Lowering,
  type Lowerings,
  narrowed,
  number,
  operand,
  text,
  unsupported,
} from './lowering.ts';

/** An operator of one operand. ONNX Runtime has most of them for float32 only: whole numbers go there and back. */
function unary(op: string, result: 'same' | 'float32' | 'bool' = 'same'): Lowering {
  return (call) => {
    const x = operand(call, 'x');
    const type = result === 'same' ? x.type : result;
    const computed = call.graph.add(op, [cast(call.graph, x, 'float32')], {
      shape: x.shape,
      type: result === 'bool' ? 'bool' : 'float32',
    });
    return cast(call.graph, computed, type);
  };
}

/** An operator of one operand that ONNX Runtime has for whole numbers too. */
function unaryAny(op: string): Lowering {
  return (call) => {
    const x = operand(call, 'x');
    return call.graph.add(op, [x], x);
  };
}

type Pair = (call: KernelCall, a: Value, b: Value) => Value;

/** An operator of two operands of one type; tfjs has made their types match. */
function binary(compute: Pair): Lowering {
  return (call) => {
    const [a, b] = narrowed(call.graph, [operand(call, 'a'), operand(call, 'b')]);
    if (!a || !b) throw new Error(`${call.kernel} needs two operands`);
    return compute(call, a, b);
  };
}

const arithmetic =
  (op: string): Pair =>
  ({ graph }, a, b) =>
    graph.add(op, [a, b], { shape: broadcastShape(a.shape, b.shape), type: a.type });

/** ONNX compares numbers; truth values become 0 and 1 first. */
const comparison =
  (op: string): Pair =>
  ({ graph }, a, b) => {
    const type: ElementType = a.type === 'bool' ? 'int32' : a.type;
    return graph.add(op, [cast(graph, a, type), cast(graph, b, type)], {
      shape: broadcastShape(a.shape, b.shape),
      type: 'bool',
    });
  };

const logical =
  (op: string): Pair =>
  ({ graph }, a, b) =>
    graph.add(op, [cast(graph, a, 'bool'), cast(graph, b, 'bool')], {
      shape: broadcastShape(a.shape, b.shape),
      type: 'bool',
    });

function not(call: KernelCall, value: Value): Value {
  return call.graph.add('Not', [value], { shape: value.shape, type: 'bool' });
}

/** ONNX Runtime's Where has no truth values: they travel as whole numbers. */
function where(call: KernelCall, condition: Value, yes: Value, no: Value): Value {
  const { graph } = call;
  if (yes.type === 'bool') {
    return cast(graph, where(call, condition, cast(graph, yes, 'int32'), cast(graph, no, 'int32')), 'bool');
  }
  const shape = broadcastShape(condition.shape, yes.shape, no.shape);
  return graph.add('Where', narrowed(graph, [condition, yes, no]), { shape, type: yes.type });
}

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

/** -1, 0 or 1; 0 for NaN as in tfjs. */
const sign: Lowering = (call) => {
  const { graph } = call;
  const x = operand(call, 'x');
  const signed = graph.add('Sign', [x], x);
  if (x.type !== 'float32') return signed;
  const missing = graph.add('IsNaN', [x], { shape: x.shape, type: 'bool' });
  return where(call, missing, graph.real(0), signed);
};

/** The derivative of elu from its result: 1 where y ≥ 0, y + 1 below. */
const eluGradient: Lowering = (call) => {
  const { graph } = call;
  const [dy, y] = [operand(call, 'dy'), operand(call, 'y')];
  const above = graph.add('GreaterOrEqual', [y, graph.real(0)], { shape: y.shape, type: 'bool' });
  const slope = where(call, above, graph.real(1), graph.add('Add', [y, graph.real(1)], y));
  return graph.add('Mul', [dy, slope], y);
};

const select: Lowering = (call) => {
  const { graph } = call;
  const [condition, yes, no] = [operand(call, 'condition'), operand(call, 't'), operand(call, 'e')];
  const rows = condition.shape.length === 1 && yes.shape.length > 1;
  const fitted = rows
    ? graph.add('Reshape', [condition, graph.integers([-1, ...yes.shape.slice(1).fill(1)])], {
        shape: [...condition.shape, ...yes.shape.slice(1).fill(1)],
        type: 'bool',
      })
    : condition;
  return where(call, cast(graph, fitted, 'bool'), yes, no);
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
  Relu: unaryAny('Relu'),
  Relu6: (call) => {
    const x = operand(call, 'x');
    return call.graph.add('Clip', [x, fill(call.graph, 0, [], x.type), fill(call.graph, 6, [], x.type)], x);
  },
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
  Sigmoid: unary('Sigmoid'),
  Softplus: unary('Softplus'),
  Tanh: unary('Tanh'),
  Sin: unary('Sin'),
  Cos: unary('Cos'),
  Tan: unary('Tan'),
  Asin: unary('Asin'),
  Acos: unary('Acos'),
  Atan: unary('Atan'),
  Sinh: unary('Sinh'),
  Cosh: unary('Cosh'),
  Asinh: unary('Asinh'),
  Acosh: unary('Acosh'),
  Atanh: unary('Atanh'),
  Erf: unary('Erf'),
  Ceil: unary('Ceil'),
  Floor: unary('Floor'),
  Round: unary('Round'),
  IsNan: unary('IsNaN', 'bool'),
  IsInf: unary('IsInf', 'bool'),
  IsFinite: (call) => {
    const missing = apply(call, unary('IsNaN', 'bool'), { x: operand(call, 'x') });
    const infinite = apply(call, unary('IsInf', 'bool'), { x: operand(call, 'x') });
    return not(call, call.graph.add('Or', [missing, infinite], { shape: missing.shape, type: 'bool' }));
  },
  LogicalNot: (call) => not(call, operand(call, 'x')),

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

  Add: add,
  AddV2: add,
  Sub: sub,
  Multiply: multiply,
  RealDiv: divide,
  FloorDiv: binary(floorDivide),
  Mod: binary(floorModulo),
  Pow: binary(arithmetic('Pow')),
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

  Equal: binary(comparison('Equal')),
  NotEqual: (call) => not(call, apply(call, binary(comparison('Equal')), pair(call))),
  Greater: binary(comparison('Greater')),
  GreaterEqual: binary(comparison('GreaterOrEqual')),
  Less: binary(comparison('Less')),
  LessEqual: binary(comparison('LessOrEqual')),
  LogicalAnd: binary(logical('And')),
  LogicalOr: binary(logical('Or')),
  Select: select,
};

function one(call: KernelCall): Value {
  return fill(call.graph, 1, [], operand(call, 'x').type);
}

function pair(call: KernelCall): { a: Value; b: Value } {
  return { a: operand(call, 'a'), b: operand(call, 'b') };
}
