/** A whole training step (forward, backward, optimizer) as one graph that the runtime computes in one call. */
import {
  CompiledStep,
  lossOutput,
  type StateVariable,
  seedInput,
  stepInput,
  type TrainingStep,
} from './compiled-step.ts';
import { TraceError } from './errors.ts';
import type { Graph } from './graph.ts';
import { isDtype, type TensorSpec } from './host.ts';
import { learningRateAsInput, learningRateInput, learningRateOf, withMarkedRate } from './learning-rate.ts';
import { clipByGlobalNorm } from './optimizers/clip-by-global-norm.ts';
import { type LiveGraph, withoutDeadCode } from './passes/dead-code.ts';
import { optimiseStep } from './passes/index.ts';
import { mergeTraces } from './passes/merge-traces.ts';
import { checkSeed, drawingFrom } from './random/draws.ts';
import './random/layers.ts';
import { openRuntime } from './session.ts';
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
  /** Scales the gradients down where all of them together are longer than this (see `clipByGlobalNorm`). */
  readonly clipGlobalNorm?: number;
  /** For `random` and `dropout` in the loss: the same seed draws the same numbers in each step. A whole number of 32 bits. */
  readonly seed?: number;
  /** Threads that share one operator, 1 unless told; only with 1 two runs give the same bits for certain. */
  readonly threads?: number;
  /** Graph passes to leave out, by name: for measuring what each is worth. */
  readonly withoutPasses?: readonly string[];
}

/**
 * Traces and opens a training step. The variables themselves stay as they are until `commit`. Variables that the loss
 * reads but nothing assigns are taken as they are now.
 * @throws TraceError where the loss cannot be traced, or draws random numbers without a seed.
 */
export async function compileTrainingStep(options: TrainingStepOptions): Promise<TrainingStep> {
  checkNumbers(options);
  prepareSlots(options.optimizer, options.variables);
  const variables = new Map(
    Object.values(tf.engine().registeredVariables).map((variable) => [variable.name, variable]),
  );
  const [first, second] = withMarkedRate(options.optimizer, () => [traceStep(options), traceStep(options)]);
  const names = { gradient: gradientPrefix, before: nowPrefix, after: nextPrefix };
  const { graph, joined } = optimiseStep(mergeTraces(first, second, null), names, options.withoutPasses);
  const live = withoutDeadCode(graph);
  const assigned = [...first.outputs.keys()].flatMap((name) =>
    name.startsWith(nextPrefix) ? [name.slice(nextPrefix.length)] : [],
  );
  const read = [...live.inputs.keys()].filter((name) => name.startsWith(nowPrefix) && !live.unread.has(name));
  const stable = stateNames(options.optimizer);
  const state = new Map(assigned.map((name) => [name, stateVariable(variables, name, stable)]));
  const frozen = read
    .map((name) => name.slice(nowPrefix.length))
    .filter((name) => !assigned.includes(name))
    .map((name) => stateVariable(variables, name, stable));
  const runtime = await openRuntime(writeOnnx(withoutUnread(live)), { threads: options.threads });
  return new CompiledStep({
    runtime,
    inputs: options.inputs,
    state: [...state.values()],
    joined: joined.map(({ members, ...vector }) => ({
      ...vector,
      members: members.flatMap((name) => state.get(name) ?? []),
    })),
    frozen,
    learningRate: live.unread.has(learningRateInput) ? null : learningRateOf(options.optimizer),
    seed: live.unread.has(seedInput) ? null : (options.seed ?? null),
  });
}

function checkNumbers({ seed, clipGlobalNorm }: TrainingStepOptions): void {
  if (seed !== undefined) checkSeed(seed);
  if (clipGlobalNorm !== undefined && !(clipGlobalNorm > 0)) {
    throw new TraceError('signature', `clipGlobalNorm is ${clipGlobalNorm}: use a number larger than 0.`);
  }
}

const nowPrefix = 'variable/';
const nextPrefix = 'next/';
const gradientPrefix = 'gradient/';

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

function traceStep({ inputs, optimizer, loss, variables, clipGlobalNorm, seed }: TrainingStepOptions): Graph {
  return trace(
    (variable) => nowPrefix + variable.name,
    (tracing) => {
      const { graph, input, valueFor } = tracing;
      if (learningRateOf(optimizer) !== null) learningRateAsInput(tracing);
      const batch: Record<string, tf.Tensor> = {};
      for (const [name, spec] of Object.entries(inputs)) batch[name] = input(name, spec);
      const before = new Map(
        Object.values(tf.engine().registeredVariables).map((variable) => [variable, variable.dataId]),
      );
      const gradientsOf = () => optimizer.computeGradients(() => loss(batch), [...variables]);
      const scalar = { shape: [], dtype: 'int32' } as const;
      const { value, grads } =
        seed === undefined
          ? gradientsOf()
          : drawingFrom(input(seedInput, scalar), input(stepInput, scalar), gradientsOf);
      const gradients = clipGlobalNorm === undefined ? grads : clipByGlobalNorm(grads, clipGlobalNorm);
      optimizer.applyGradients(variables.map(({ name }) => ({ name, tensor: gradients[name] })));
      graph.output(lossOutput, valueFor(value));
      for (const [name, gradient] of Object.entries(grads)) {
        if (gradient) graph.output(gradientPrefix + name, valueFor(gradient));
      }
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

/**
 * Without the inputs that the step has nothing to do with: other models' variables, those that are read where they lie
 * joined, a learning rate or seed of no effect.
 */
function withoutUnread(live: LiveGraph): LiveGraph {
  const own = [learningRateInput, seedInput, stepInput];
  const ours = (name: string) => name.startsWith(nowPrefix) || own.includes(name);
  const inputs = [...live.inputs].filter(([name]) => !ours(name) || !live.unread.has(name));
  return { ...live, inputs: new Map(inputs) };
}
