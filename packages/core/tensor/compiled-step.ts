/** A compiled training step: its state in the runtime's buffers, and what one call does to it. */
import { DivergedError, notFinite } from './divergence.ts';
import { SessionError } from './errors.ts';
import {
  copyAs,
  describe,
  type HostData,
  type HostTensor,
  sameShape,
  sizeOf,
  type TensorSpec,
} from './host.ts';
import { learningRateInput } from './learning-rate.ts';
import { checkNames, type Runtime, type RuntimeTensor, runtimeTensor } from './session.ts';
import { tf } from './tf.ts';

export interface TrainingStep {
  /**
   * One step on one batch, computed on the calling thread.
   * @returns the loss before the step.
   * @throws DivergedError where the loss is NaN or infinite, with the input or variable that was not finite: the state stays
   * the last one with a finite loss.
   * @throws SessionError where an input is missing or has another number of rows, or a step is still running.
   */
  run(inputs: Record<string, HostData>): Promise<number>;
  /**
   * For the steps from now on; a schedule is the caller's. Not part of `state()`.
   * @throws SessionError where the optimizer has no learning rate.
   */
  setLearningRate(rate: number): void;
  /**
   * A copy of the trained variables by name, of the optimizer's as `optimizer/…`, and how many steps were done as
   * `step/count`: with the same seed, all that a resume needs.
   */
  state(): Record<string, HostTensor>;
  /** @throws SessionError where a name, type or shape is not that of `state()`; nothing is changed then. */
  restore(state: Readonly<Record<string, HostTensor>>): void;
  /** Copies the variables into the tf.Variables, the optimizer's too; the number of steps has none. */
  commit(): void;
  release(): Promise<void>;
}

export const lossOutput = 'step/loss';
export const seedInput = 'step/seed';
/** The number of the step, from 1. */
export const stepInput = 'step/number';
const stepCount = 'step/count';

/** A variable whose value a step reads or replaces. */
export interface StateVariable extends TensorSpec {
  /** Its name in `state()`. */
  readonly name: string;
  readonly variable: tf.Variable;
  readonly input: string;
  readonly output: string;
}

/** State variables that lie end to end in one vector of float32, in this order. */
interface JoinedState {
  readonly input: string;
  readonly output: string;
  readonly members: readonly StateVariable[];
}

type Tensors = Record<string, RuntimeTensor>;

/** What the steps so far have made. */
interface Progress {
  /** Where each variable lies, alone or in a vector. */
  readonly buffers: ReadonlyMap<StateVariable, RuntimeTensor>;
  /** The same buffers by what the graph reads them as, and by what it writes them as. */
  readonly feeds: Tensors;
  readonly fetches: Tensors;
  /** How many they are. */
  steps: number;
}

export interface CompiledStepParts {
  readonly runtime: Runtime;
  readonly inputs: Readonly<Record<string, TensorSpec>>;
  readonly state: readonly StateVariable[];
  readonly joined: readonly JoinedState[];
  /** Variables that are only read. */
  readonly frozen: readonly StateVariable[];
  /** null where the graph does not read it. */
  readonly learningRate: number | null;
  /** null where the graph draws nothing. */
  readonly seed: number | null;
}

export class CompiledStep implements TrainingStep {
  readonly #runtime: Runtime;
  readonly #inputs: Readonly<Record<string, TensorSpec>>;
  readonly #state: readonly StateVariable[];
  readonly #frozen: ReadonlyMap<StateVariable, RuntimeTensor>;
  #rate: RuntimeTensor | null;
  readonly #seed: RuntimeTensor | null;
  readonly #loss: RuntimeTensor;
  /**
   * Three sets of buffers in turn: the state, the one before it, and the one that the next step writes. The one before is
   * for a step whose loss was finite but whose result is not, which shows only in the next step's loss.
   */
  #now: Progress;
  #before: Progress;
  #next: Progress;
  #running = false;

  constructor(parts: CompiledStepParts) {
    const { runtime, inputs, state, frozen, learningRate, seed } = parts;
    this.#runtime = runtime;
    this.#inputs = inputs;
    this.#state = state;
    this.#frozen = new Map(frozen.map((variable) => [variable, current(variable)]));
    this.#rate = learningRate === null ? null : real(learningRate);
    this.#seed = seed === null ? null : whole(seed);
    this.#loss = real(Number.NaN);
    this.#now = firstState(parts);
    this.#before = firstState(parts);
    this.#next = firstState(parts);
  }

  async run(inputs: Record<string, HostData>): Promise<number> {
    if (this.#running) throw new SessionError('busy', 'A step is still running: await it before the next.');
    checkNames(Object.keys(this.#inputs), inputs);
    const feeds = { ...this.#now.feeds };
    for (const [name, spec] of Object.entries(this.#inputs)) {
      const data = inputs[name];
      if (data) feeds[name] = batchTensor(name, spec, data);
    }
    const number = this.#now.steps + 1;
    if (this.#rate) feeds[learningRateInput] = this.#rate;
    if (this.#seed) {
      feeds[seedInput] = this.#seed;
      feeds[stepInput] = whole(number);
    }
    for (const [variable, tensor] of this.#frozen) feeds[variable.input] = tensor;
    const fetches = { ...this.#next.fetches, [lossOutput]: this.#loss };
    this.#running = true;
    try {
      await this.#runtime.run(feeds, fetches);
    } finally {
      this.#running = false;
    }
    const loss = Number(this.#loss.data[0]);
    if (!Number.isFinite(loss)) throw this.#diverged(number, loss, inputs);
    this.#next.steps = number;
    [this.#before, this.#now, this.#next] = [this.#now, this.#next, this.#before];
    return loss;
  }

  /** What was not finite, after going back to where all was. */
  #diverged(step: number, loss: number, inputs: Record<string, HostData>): DivergedError {
    const batch = Object.entries(this.#inputs).flatMap(([name, spec]) => {
      const data = inputs[name];
      return data ? [[name, { ...spec, data }] as const] : [];
    });
    const held = [...this.#now.buffers, ...this.#frozen].map(
      ([variable, tensor]) => [variable.name, { ...variable, data: numbers(tensor) }] as const,
    );
    const variables = notFinite(held);
    if (variables.some(({ name }) => this.#state.some((variable) => variable.name === name))) {
      // Exchanged, so that the three stay three.
      [this.#now, this.#before] = [this.#before, this.#now];
    }
    return new DivergedError(step, loss, { inputs: notFinite(batch), variables });
  }

  setLearningRate(rate: number): void {
    if (!this.#rate) throw new SessionError('stateMismatch', 'The optimizer has no learning rate to change.');
    this.#rate = real(rate);
  }

  state(): Record<string, HostTensor> {
    const tensors: Record<string, HostTensor> = {};
    for (const [{ name, shape, dtype }, tensor] of this.#now.buffers) {
      tensors[name] = { shape, dtype, data: copyAs(dtype, numbers(tensor)) };
    }
    tensors[stepCount] = { ...countSpec, data: Int32Array.of(this.#now.steps) };
    return tensors;
  }

  restore(state: Readonly<Record<string, HostTensor>>): void {
    for (const wanted of [...this.#state, { name: stepCount, ...countSpec }]) {
      const given = state[wanted.name];
      if (!given || given.dtype !== wanted.dtype || !sameShape(given.shape, wanted.shape)) {
        const found = given ? describe(given) : 'missing';
        throw new SessionError(
          'stateMismatch',
          `${wanted.name} is ${describe(wanted)} here, but ${found} there.`,
        );
      }
    }
    for (const [variable, tensor] of this.#now.buffers) {
      const given = state[variable.name];
      if (given) numbers(tensor).set(given.data);
    }
    this.#now.steps = state[stepCount]?.data[0] ?? 0;
  }

  commit(): void {
    tf.tidy(() => {
      for (const [{ variable, shape, dtype }, tensor] of this.#now.buffers) {
        variable.assign(tf.tensor(copyAs(dtype, numbers(tensor)), [...shape], dtype));
      }
    });
  }

  async release(): Promise<void> {
    await this.#runtime.release();
  }
}

/** Buffers with the variables' numbers as they are now. */
function firstState({ runtime, state, joined }: CompiledStepParts): Progress {
  const buffers = new Map<StateVariable, RuntimeTensor>();
  const feeds: Tensors = {};
  const fetches: Tensors = {};
  for (const { input, output, members } of joined) {
    const vector = new Float32Array(members.reduce((length, { shape }) => length + sizeOf(shape), 0));
    let start = 0;
    for (const variable of members) {
      const part = vector.subarray(start, start + sizeOf(variable.shape));
      part.set(variable.variable.dataSync());
      buffers.set(variable, runtimeTensor(variable.name, variable, part));
      start += part.length;
    }
    const tensor = runtimeTensor(input, { shape: [vector.length], dtype: 'float32' }, vector);
    feeds[input] = tensor;
    fetches[output] = tensor;
  }
  for (const variable of state) {
    if (buffers.has(variable)) continue;
    const tensor = current(variable);
    buffers.set(variable, tensor);
    fetches[variable.output] = tensor;
  }
  const read = new Set(runtime.inputs.map(({ name }) => name));
  for (const [{ input }, tensor] of buffers) if (read.has(input)) feeds[input] = tensor;
  return { buffers, feeds, fetches, steps: 0 };
}

function current(variable: StateVariable): RuntimeTensor {
  return runtimeTensor(variable.name, variable, copyAs(variable.dtype, variable.variable.dataSync()));
}

const countSpec = { shape: [], dtype: 'int32' } as const;

function real(number: number): RuntimeTensor {
  return runtimeTensor('scalar', { shape: [], dtype: 'float32' }, Float32Array.of(number));
}

function whole(number: number): RuntimeTensor {
  return runtimeTensor('scalar', countSpec, Int32Array.of(number));
}

/** A batch has a number of rows that was fixed when the step was compiled. */
function batchTensor(name: string, spec: TensorSpec, data: HostData): RuntimeTensor {
  const wanted = sizeOf(spec.shape);
  if (data.length === wanted) return runtimeTensor(name, spec, data);
  const [rows = 1, ...row] = spec.shape;
  const width = sizeOf(row);
  const given =
    data.length % width === 0
      ? `${data.length / width} rows`
      : `${data.length} values, which are no whole rows`;
  throw new SessionError(
    'inputMismatch',
    `The input ${name} takes ${describe(spec)}, ${rows} rows of ${width} values; it was given ${given}. The shape is ` +
      'fixed when the step is compiled: compile another step for another number of rows.',
  );
}

function numbers({ data }: RuntimeTensor): HostData {
  if (data instanceof Float32Array || data instanceof Int32Array || data instanceof Uint8Array) return data;
  throw new Error('the runtime has put its own kind of numbers into a buffer');
}
