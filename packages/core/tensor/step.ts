/** A whole training step (forward, backward, optimizer) as one graph that the runtime computes in one call. */
import { DivergedError, SessionError, TraceError } from './errors.ts';
import type { Graph } from './graph.ts';
import {
  copyAs,
  describe,
  type HostData,
  type HostTensor,
  isDtype,
  sameShape,
  type TensorSpec,
} from './host.ts';
import { type LiveGraph, withoutDeadCode } from './passes/deadCode.ts';
import { mergeTraces } from './passes/mergeTraces.ts';
import { checkNames, openRuntime, type Runtime, type RuntimeTensor, runtimeTensor } from './session.ts';
import { tf } from './tf.ts';
import { trace } from './trace.ts';
import { writeOnnx } from './writer.ts';

export interface TrainingStepOptions {
  /** Batches: their shapes are fixed for the life of the step. */
  readonly inputs: Readonly<Record<string, TensorSpec>>;
  readonly optimizer: tf.Optimizer;
  readonly loss: (inputs: Record<string, tf.Tensor>) => tf.Scalar;
  /** What the optimizer may change. */
  readonly variables: readonly tf.Variable[];
  /** Threads that share one operator, 1 unless told; only with 1 two runs give the same bits for certain. */
  readonly threads?: number;
}

export interface TrainingStep {
  /**
   * One step on one batch, computed on the calling thread.
   * @returns the loss before the step.
   * @throws DivergedError where the loss is NaN or infinite: the state stays the last one with a finite loss.
   * @throws SessionError where an input is missing or does not fit, or a step is still running.
   */
  run(inputs: Record<string, HostData>): Promise<number>;
  /** A copy of the trained variables by name, and of the optimizer's as `optimizer/…`: all that a resume needs. */
  state(): Record<string, HostTensor>;
  /** @throws SessionError where a name, type or shape is not that of `state()`; nothing is changed then. */
  restore(state: Readonly<Record<string, HostTensor>>): void;
  /** Copies the state into the tf.Variables, the optimizer's too. */
  commit(): void;
  release(): Promise<void>;
}

/**
 * Traces and opens a training step. The variables themselves stay as they are until `commit`. Variables that the loss
 * reads but nothing assigns are taken as they are now.
 * @throws TraceError where the loss cannot be traced.
 */
export async function compileTrainingStep(options: TrainingStepOptions): Promise<TrainingStep> {
  prepareSlots(options.optimizer, options.variables);
  const variables = new Map(
    Object.values(tf.engine().registeredVariables).map((variable) => [variable.name, variable]),
  );
  const first = traceStep(options);
  const merged = mergeTraces(first, traceStep(options), null);
  const live = withoutDeadCode(merged);
  const assigned = [...live.outputs.keys()].flatMap((name) =>
    name === lossOutput ? [] : [name.slice(nextPrefix.length)],
  );
  const read = [...live.inputs.keys()].filter((name) => name.startsWith(nowPrefix) && !live.unread.has(name));
  const names = stateNames(options.optimizer);
  const state: StateVariable[] = assigned.map((name) => stateVariable(variables, name, names));
  const frozen = read
    .map((name) => name.slice(nowPrefix.length))
    .filter((name) => !assigned.includes(name))
    .map((name) => stateVariable(variables, name, names));
  const runtime = await openRuntime(writeOnnx(used(live, state)), { threads: options.threads });
  return new CompiledStep(runtime, options.inputs, state, frozen);
}

const lossOutput = 'loss';
const nowPrefix = 'variable/';
const nextPrefix = 'next/';

/** A variable whose value a step reads or replaces. */
interface StateVariable extends TensorSpec {
  /** Its name in `state()`. */
  readonly name: string;
  readonly variable: tf.Variable;
  readonly input: string;
  readonly output: string;
}

/**
 * Optimizers make their variables on the first step. A step with gradients of zero makes them, and since each starts
 * from a product with the gradient, leaves them at their first values; what existed before is put back.
 */
function prepareSlots(optimizer: tf.Optimizer, variables: readonly tf.Variable[]): void {
  const strange = variables.find((variable) => !variable.trainable || variable.isDisposed);
  if (strange)
    throw new TraceError('signature', `The variable ${strange.name} is not trainable or was disposed.`);
  tf.tidy(() => {
    const before = Object.values(tf.engine().registeredVariables).map(
      (variable) => [variable, tf.clone(variable)] as const,
    );
    optimizer.applyGradients(
      variables.map((variable) => ({ name: variable.name, tensor: tf.zerosLike(variable) })),
    );
    for (const [variable, value] of before) variable.assign(value);
  });
}

function traceStep({ inputs, optimizer, loss, variables }: TrainingStepOptions): Graph {
  return trace(
    (variable) => nowPrefix + variable.name,
    ({ graph, input, valueFor }) => {
      const batch: Record<string, tf.Tensor> = {};
      for (const [name, spec] of Object.entries(inputs)) batch[name] = input(name, spec);
      const before = new Map(
        Object.values(tf.engine().registeredVariables).map((variable) => [variable, variable.dataId]),
      );
      const value = optimizer.minimize(() => loss(batch), true, [...variables]);
      if (!value) throw new TraceError('signature', 'The optimizer returned no loss.');
      graph.output(lossOutput, valueFor(value));
      for (const [variable, dataId] of before) {
        if (variable.dataId !== dataId) graph.output(nextPrefix + variable.name, valueFor(variable));
      }
      return graph;
    },
  );
}

/** Names that do not change from process to process, as tfjs' numbered ones do. */
function stateNames(optimizer: tf.Optimizer): ReadonlyMap<tf.Variable, string> {
  const names = new Map<tf.Variable, string>();
  for (const [field, held] of Object.entries(optimizer)) {
    if (held instanceof tf.Variable) names.set(held, `optimizer/${field}`);
    if (!Array.isArray(held)) continue;
    for (const slot of held) {
      if (slot?.variable instanceof tf.Variable) names.set(slot.variable, `optimizer/${slot.originalName}`);
    }
  }
  return names;
}

function stateVariable(
  variables: ReadonlyMap<string, tf.Variable>,
  name: string,
  names: ReadonlyMap<tf.Variable, string>,
): StateVariable {
  const variable = variables.get(name);
  if (!variable || !isDtype(variable.dtype)) throw new Error(`the variable ${name} is not known`);
  return {
    name: names.get(variable) ?? name,
    variable,
    shape: variable.shape,
    dtype: variable.dtype,
    input: nowPrefix + name,
    output: nextPrefix + name,
  };
}

/** Without the variables that the step has nothing to do with. */
function used(live: LiveGraph, state: readonly StateVariable[]): LiveGraph {
  const kept = new Set(state.map((variable) => variable.input));
  const inputs = [...live.inputs].filter(
    ([name]) => !name.startsWith(nowPrefix) || kept.has(name) || !live.unread.has(name),
  );
  return { ...live, inputs: new Map(inputs) };
}

/** One buffer a state variable. */
type Buffers = ReadonlyMap<StateVariable, RuntimeTensor>;

class CompiledStep implements TrainingStep {
  readonly #runtime: Runtime;
  readonly #inputs: Readonly<Record<string, TensorSpec>>;
  readonly #state: readonly StateVariable[];
  readonly #frozen: Record<string, RuntimeTensor>;
  readonly #loss: RuntimeTensor;
  /**
   * Three sets of buffers in turn: the state, the one before it, and the one that the next step writes. The one before is
   * for a step whose loss was finite but whose result is not, which shows only in the next step's loss.
   */
  #now: Buffers;
  #before: Buffers;
  #next: Buffers;
  #steps = 0;
  #running = false;

  constructor(
    runtime: Runtime,
    inputs: Readonly<Record<string, TensorSpec>>,
    state: readonly StateVariable[],
    frozen: readonly StateVariable[],
  ) {
    this.#runtime = runtime;
    this.#inputs = inputs;
    this.#state = state;
    this.#frozen = Object.fromEntries(frozen.map((variable) => [variable.input, current(variable)]));
    this.#loss = runtimeTensor(lossOutput, { shape: [], dtype: 'float32' }, new Float32Array(1));
    this.#now = buffers(state);
    this.#before = buffers(state);
    this.#next = buffers(state);
  }

  async run(inputs: Record<string, HostData>): Promise<number> {
    if (this.#running) throw new SessionError('busy', 'A step is still running: await it before the next.');
    checkNames(Object.keys(this.#inputs), inputs);
    const feeds: Record<string, RuntimeTensor> = { ...this.#frozen };
    for (const [name, spec] of Object.entries(this.#inputs)) {
      const data = inputs[name];
      if (data) feeds[name] = runtimeTensor(name, spec, data);
    }
    const fetches: Record<string, RuntimeTensor> = { [lossOutput]: this.#loss };
    for (const [variable, tensor] of this.#now) feeds[variable.input] = tensor;
    for (const [variable, tensor] of this.#next) fetches[variable.output] = tensor;
    this.#running = true;
    try {
      await this.#runtime.run(feeds, fetches);
    } finally {
      this.#running = false;
    }
    this.#steps++;
    const loss = Number(this.#loss.data[0]);
    if (!Number.isFinite(loss)) {
      if (!allFinite(this.#now)) this.#now = this.#before;
      throw new DivergedError(this.#steps, loss);
    }
    [this.#before, this.#now, this.#next] = [this.#now, this.#next, this.#before];
    return loss;
  }

  state(): Record<string, HostTensor> {
    return Object.fromEntries(
      this.#state.map((variable) => {
        const { name, shape, dtype } = variable;
        return [name, { shape, dtype, data: copyAs(dtype, numbers(this.#now, variable)) }];
      }),
    );
  }

  restore(state: Readonly<Record<string, HostTensor>>): void {
    for (const variable of this.#state) {
      const given = state[variable.name];
      if (!given || given.dtype !== variable.dtype || !sameShape(given.shape, variable.shape)) {
        const found = given ? describe(given) : 'missing';
        throw new SessionError(
          'stateMismatch',
          `${variable.name} is ${describe(variable)} here, but ${found} there.`,
        );
      }
    }
    for (const variable of this.#state) {
      const given = state[variable.name];
      if (given) numbers(this.#now, variable).set(given.data);
    }
  }

  commit(): void {
    tf.tidy(() => {
      for (const variable of this.#state) {
        const data = copyAs(variable.dtype, numbers(this.#now, variable));
        variable.variable.assign(tf.tensor(data, [...variable.shape], variable.dtype));
      }
    });
  }

  async release(): Promise<void> {
    await this.#runtime.release();
  }
}

function buffers(state: readonly StateVariable[]): Buffers {
  return new Map(state.map((variable) => [variable, current(variable)]));
}

function current(variable: StateVariable): RuntimeTensor {
  return runtimeTensor(variable.name, variable, copyAs(variable.dtype, variable.variable.dataSync()));
}

function numbers(from: Buffers, variable: StateVariable): HostData {
  const data = from.get(variable)?.data;
  if (data instanceof Float32Array || data instanceof Int32Array || data instanceof Uint8Array) return data;
  throw new Error(`there is no buffer for ${variable.name}`);
}

function allFinite(state: Buffers): boolean {
  return [...state.keys()].every((variable) => numbers(state, variable).every(Number.isFinite));
}
