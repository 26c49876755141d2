/**
 * One update for all parameters. An optimizer does the same with each of them, element by element: parameters that are
 * updated alike are laid end to end, with their gradients and the optimizer's variables, and updated as one vector. The
 * forward pass goes on reading each parameter where it lies in that vector, so nothing is cut apart again.
 */
import type { Graph, Node, Value } from '../graph.ts';
import { sameShape, sizeOf } from '../host.ts';
import { reshape } from '../lowerings/lowering.ts';
import { copyBy } from './rewrite.ts';

/** How a step's inputs and outputs are named. */
export interface StateNames {
  /** Outputs that hold the gradient of a parameter; they are gone afterwards. */
  readonly gradient: string;
  /** Inputs that hold a variable's value before the step, and outputs that hold the one after it. */
  readonly before: string;
  readonly after: string;
}

/** Variables that lie end to end in one vector of float32, in this order. */
export interface Joined {
  readonly input: string;
  readonly output: string;
  readonly members: readonly string[];
}

export interface FusedUpdate {
  readonly graph: Graph;
  readonly joined: readonly Joined[];
}

const elementwise = new Set([
  'Abs',
  'Add',
  'Clip',
  'Div',
  'Exp',
  'Max',
  'Min',
  'Mul',
  'Neg',
  'Pow',
  'Reciprocal',
  'Sign',
  'Sqrt',
  'Sub',
  'Sum',
]);

/** @param fewest how many parameters must be updated alike to be joined */
export function fuseUpdate(graph: Graph, names: StateNames, fewest = 2): FusedUpdate {
  const outputs = new Map(graph.outputs);
  const gradients = new Set<Value>();
  for (const [name, value] of graph.outputs) {
    if (!name.startsWith(names.gradient)) continue;
    gradients.add(value);
    outputs.delete(name);
  }
  const updates = updatesByParameter(outputs, gradients, graph.inputs, names);
  const alike = Map.groupBy(updates, ({ signature }) => signature);
  const groups = [...alike.values()].filter((members) => members.length >= fewest);
  for (const { variables } of groups.flat()) {
    for (const { name } of variables) outputs.delete(names.after + name);
  }
  const { made, at: copy } = copyBy(graph, () => null);
  const joined = groups.flatMap((members, at) => writeGroup(members, `joined/${at}`, made, copy));
  for (const [name, value] of outputs) made.output(name, copy(value));
  return { graph: made, joined };
}

/** A variable that an update replaces: the parameter itself, or one that the optimizer keeps for it. */
interface Updated {
  readonly name: string;
  readonly before: Value | undefined;
  readonly after: Value;
}

/** How the variables that belong to one parameter are updated. */
interface Update {
  readonly gradient: Value;
  readonly variables: readonly Updated[];
  /** Equal where two parameters are updated by the same operators with the same scalars. */
  readonly signature: string;
}

function updatesByParameter(
  outputs: ReadonlyMap<string, Value>,
  gradients: ReadonlySet<Value>,
  inputs: ReadonlyMap<string, Value>,
  { before, after }: StateNames,
): readonly Update[] {
  const byGradient = new Map<Value, Updated[]>();
  for (const [output, value] of outputs) {
    if (!output.startsWith(after) || value.type !== 'float32') continue;
    const [gradient, second] = gradientsOf(value, gradients);
    if (!gradient || second) continue;
    const name = output.slice(after.length);
    const variable = { name, before: inputs.get(before + name), after: value };
    byGradient.set(gradient, [...(byGradient.get(gradient) ?? []), variable]);
  }
  return [...byGradient].flatMap(([gradient, variables]) => {
    const signature = signatureOf(gradient, variables);
    return signature === null ? [] : [{ gradient, variables, signature }];
  });
}

/** The gradients at which a chain of elementwise operators on one shape begins. */
function gradientsOf(result: Value, gradients: ReadonlySet<Value>): readonly Value[] {
  const seen = new Set<Value>();
  const waiting = [result];
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    const node = gradients.has(value) ? null : inChain(value, result.shape);
    for (const input of node?.inputs ?? []) if (input) waiting.push(input);
  }
  return [...seen].filter((value) => gradients.has(value));
}

function inChain(value: Value, shape: readonly number[]): Node | null {
  if (value.source.kind !== 'node' || !elementwise.has(value.source.node.op)) return null;
  return sameShape(value.shape, shape) ? value.source.node : null;
}

/** null where something else is read than scalars, the gradient and the variables themselves. */
function signatureOf(gradient: Value, variables: readonly Updated[]): string | null {
  const names = new Map<Value, string>([[gradient, 'gradient']]);
  for (const [at, { before }] of variables.entries()) if (before) names.set(before, `variable ${at}`);
  const steps: string[] = [];
  const nameOf = (value: Value): string | null => {
    const known = names.get(value);
    if (known) return known;
    const node = inChain(value, gradient.shape);
    // One of two axes or more would give the vector as many.
    if (!node) return sizeOf(value.shape) === 1 && value.shape.length < 2 ? `scalar ${value.id}` : null;
    const operands = node.inputs.map((input) => (input ? nameOf(input) : 'none'));
    if (operands.includes(null)) return null;
    const name = `step ${steps.push(`${node.op} ${operands.join()} ${JSON.stringify(node.attributes)}`)}`;
    names.set(value, name);
    return name;
  };
  const ends = variables.map(({ before, after }) =>
    before && sameShape(after.shape, gradient.shape) ? nameOf(after) : null,
  );
  return ends.includes(null) ? null : [...steps, ...ends].join('; ');
}

/** Writes the first member's update once, for the vector of all members. */
function writeGroup(
  members: readonly Update[],
  group: string,
  made: Graph,
  copy: (value: Value) => Value,
): readonly Joined[] {
  const [first] = members;
  if (!first) return [];
  const { shape } = first.gradient;
  const pieces = members.map(({ gradient }) => reshape(made, copy(gradient), [sizeOf(gradient.shape)]));
  const length = pieces.reduce((sum, piece) => sum + sizeOf(piece.shape), 0);
  const spec = { shape: [length], type: 'float32' } as const;
  const vectors = new Map([[first.gradient, made.add('Concat', pieces, spec, { axis: 0 })]]);
  const joined = first.variables.map(({ before }, at): Joined => {
    const input = `${group}/before/${at}`;
    if (before) vectors.set(before, made.input(input, spec));
    return {
      input,
      output: `${group}/after/${at}`,
      members: members.map(({ variables }) => variables[at]?.name ?? ''),
    };
  });
  const vector = (value: Value): Value => {
    const known = vectors.get(value);
    if (known) return known;
    const node = inChain(value, shape);
    if (!node) return copy(value);
    const operands = node.inputs.map((input) => input && vector(input));
    const result = made.add(node.op, operands, spec, node.attributes);
    vectors.set(value, result);
    return result;
  };
  joined.forEach(({ output }, at) => {
    const variable = first.variables[at];
    if (variable) made.output(output, vector(variable.after));
  });
  return joined;
}
