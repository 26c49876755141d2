/** A compiled training step: its state in the runtime's buffers, and what one call does to it. */
import { DivergedError, SessionError } from './errors.ts';
import { copyAs, describe, type HostData, type HostTensor, sameShape, type TensorSpec } from './host.ts';
import { learningRateInput } from './learning-rate.ts';
import { checkNames, type Runtime, type RuntimeTensor, runtimeTensor } from './session.ts';
import { tf } from './tf.ts';

export interface TrainingStep {
  /**
   * One step on one batch, computed on the calling thread.
   * @returns the loss before the step.
   * @throws DivergedError where the loss is NaN or infinite: the state stays the last one with a finite loss.
   * @throws SessionError where an input is missing or does not fit, or a step is still running.
   */
  run(inputs: Record<string, HostData>): Promise<number>;
  /**
   * For the steps from now on; a schedule is the caller's. Not part of `state()`.
   * @throws SessionError where the optimizer has no learning rate.
   */
  setLearningRate(rate: number): void;
  /** A copy of the trained variables by name, and of the optimizer's as `optimizer/…`: all that a resume needs. */
  state(): Record<string, HostTensor>;
  /** @throws SessionError where a name, type or shape is not that of `state()`; nothing is changed then. */
  restore(state: Readonly<Record<string, HostTensor>>): void;
  /** Copies the state into the tf.Variables, the optimizer's too. */
  commit(): void;
  release(): Promise<void>;
}

export const lossOutput = 'step/loss';

/** A variable whose value a step reads or replaces. */
export interface StateVariable extends TensorSpec {
  /** Its name in `state()`. */
  readonly name: string;
  readonly variable: tf.Variable;
  readonly input: string;
  readonly output: string;
}

/** One buffer a state variable. */
type Buffers = ReadonlyMap<StateVariable, RuntimeTensor>;

export class CompiledStep implements TrainingStep {
  readonly #runtime: Runtime;
  readonly #inputs: Readonly<Record<string, TensorSpec>>;
  readonly #state: readonly StateVariable[];
  readonly #frozen: Record<string, RuntimeTensor>;
  #rate: RuntimeTensor | null;
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
    rate: number | null,
  ) {
    this.#runtime = runtime;
    this.#inputs = inputs;
    this.#state = state;
    this.#frozen = Object.fromEntries(frozen.map((variable) => [variable.input, current(variable)]));
    this.#rate = rate === null ? null : scalar(rate);
    this.#loss = scalar(Number.NaN);
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
    if (this.#rate) feeds[learningRateInput] = this.#rate;
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

  setLearningRate(rate: number): void {
    if (!this.#rate) throw new SessionError('stateMismatch', 'The optimizer has no learning rate to change.');
    this.#rate = scalar(rate);
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

function scalar(number: number): RuntimeTensor {
  return runtimeTensor('scalar', { shape: [], dtype: 'float32' }, Float32Array.of(number));
}

function numbers(from: Buffers, variable: StateVariable): HostData {
  const data = from.get(variable)?.data;
  if (data instanceof Float32Array || data instanceof Int32Array || data instanceof Uint8Array) return data;
  throw new Error(`there is no buffer for ${variable.name}`);
}

function allFinite(state: Buffers): boolean {
  return [...state.keys()].every((variable) => numbers(state, variable).every(Number.isFinite));
}
