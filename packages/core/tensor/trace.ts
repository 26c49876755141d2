/** Runs a function on the trace backend and gives back the graph it wrote; tfjs is then as it was before. */
import { traceBackend } from './backend.ts';
import { TraceError } from './errors.ts';
import type { Graph, Value } from './graph.ts';
import { isDtype, type TensorSpec } from './host.ts';
import { tf } from './tf.ts';

/** What a traced function can ask for. */
export interface Tracing {
  readonly graph: Graph;
  input(name: string, spec: TensorSpec): tf.Tensor;
  /** The graph's value for a tensor. */
  valueFor(tensor: tf.Tensor): Value;
  /** From now on a float32 scalar constant of this number is `value` instead. */
  replace(number: number, value: Value): void;
}

/** How a variable appears in a trace, chosen once per variable: a named input, or null for a constant. */
export type VariableInput = (variable: tf.Variable) => string | null;

/**
 * Traces `body`. Synchronous, so nothing else can run on the trace backend meanwhile. Each variable's numbers stay on
 * its own backend: for the trace it is given another data id, and its own back at the end, also after an error.
 * @returns what `body` returned, which must not hold tensors.
 * @throws TraceError
 */
export function trace<Result>(inputName: VariableInput, body: (tracing: Tracing) => Result): Result {
  const engine = tf.engine();
  const backend = tf.getBackend();
  if (backend === 'trace') throw new TraceError('signature', 'A trace was started inside another trace.');
  const frames = Error.stackTraceLimit;
  traceBackend.begin();
  const before = new Map(Object.entries(engine.registeredVariables));
  const held = new Map([...before.values()].map((variable) => [variable, variable.dataId]));
  const started = new Map<tf.Variable, object>();
  // tfjs puts many frames between a kernel and the model's line.
  Error.stackTraceLimit = 60;
  void tf.setBackend('trace');
  engine.startScope('trace');
  try {
    for (const variable of before.values()) {
      variable.dataId = traceBackend.hold(variableValue(variable, inputName(variable)));
      started.set(variable, variable.dataId);
    }
    const result = body({
      graph: traceBackend.graph,
      input: (name, spec) => traceBackend.input(name, spec),
      valueFor: (tensor) => traceBackend.valueFor(tensor.dataId, tensor.shape, tensor.dtype),
      replace: (number, value) => traceBackend.replace(number, value),
    });
    const made = Object.keys(engine.registeredVariables).find((name) => !before.has(name));
    if (made) {
      throw new TraceError(
        'signature',
        `The variable ${made} was made inside the traced function: make it before.`,
      );
    }
    return result;
  } finally {
    for (const [name, variable] of Object.entries(engine.registeredVariables)) {
      if (!before.has(name)) variable.dispose();
    }
    for (const [variable, dataId] of held) {
      // An assigned variable holds a reference on the new value; give it up before going back.
      if (started.has(variable) && variable.dataId !== started.get(variable)) engine.disposeTensor(variable);
      variable.dataId = dataId;
    }
    engine.endScope();
    void tf.setBackend(backend);
    traceBackend.begin();
    Error.stackTraceLimit = frames;
  }
}

function variableValue(variable: tf.Variable, name: string | null): Value {
  if (!isDtype(variable.dtype)) {
    throw new TraceError(
      'signature',
      `The variable ${variable.name} is ${variable.dtype}: use float32, int32 or bool.`,
    );
  }
  if (name === null) return traceBackend.valueFor(variable.dataId, variable.shape, variable.dtype);
  return traceBackend.graph.input(name, { shape: variable.shape, type: variable.dtype });
}
