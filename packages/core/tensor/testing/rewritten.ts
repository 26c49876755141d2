/** For tests of graph passes: a function with its gradients as a graph, which is run before and after a pass. */
import { expect } from 'vitest';
import type { Graph } from '../graph.ts';
import type { HostTensor } from '../host.ts';
import { withoutDeadCode } from '../passes/dead-code.ts';
import { mergeTraces } from '../passes/merge-traces.ts';
import { openSession } from '../session.ts';
import { tf } from '../tf.ts';
import { trace } from '../trace.ts';
import { writeOnnx } from '../writer.ts';
import { expectClose } from './agreement.ts';
import { modelFaults } from './check-model.ts';

type Inputs = Record<string, tf.Tensor>;
type Numbers = Readonly<Record<string, HostTensor>>;

export interface Computation {
  readonly inputs: Numbers;
  /** Inputs by which the results are differentiated. */
  readonly gradients?: readonly string[];
  readonly compute: (inputs: Inputs) => Record<string, tf.Tensor>;
}

/** The graph of a training step without the update: results by name, and the gradients of a weighted sum of them. */
export function graphOf(computation: Computation): Graph {
  return mergeTraces(traced(computation), traced(computation), null);
}

function traced({ inputs, gradients = [], compute }: Computation): Graph {
  return trace(
    () => null,
    ({ graph, input, valueFor }) => {
      const given = Object.fromEntries(
        Object.entries(inputs).map(([name, { shape, dtype }]) => [name, input(name, { shape, dtype })]),
      );
      const sum = (...by: tf.Tensor[]): tf.Scalar => {
        const named = Object.fromEntries(gradients.map((name, at) => [name, by[at]]));
        const results = compute({ ...given, ...named });
        for (const [name, result] of Object.entries(results))
          graph.output(`result ${name}`, valueFor(result));
        return tf.sum(tf.stack(Object.values(results).map(weightedSum)));
      };
      if (gradients.length === 0) {
        sum();
        return graph;
      }
      const { grads } = tf.valueAndGrads(sum)(gradients.map((name) => given[name]));
      for (const [at, gradient] of grads.entries()) {
        graph.output(`gradient by ${gradients[at]}`, valueFor(gradient));
      }
      return graph;
    },
  );
}

/** Unequal weights, so that no element's share is lost. */
function weightedSum(result: tf.Tensor): tf.Scalar {
  const weights = Float32Array.from({ length: result.size }, (_, index) => 0.5 + ((index * 7) % 5) / 4);
  return tf.sum(tf.mul(tf.cast(result, 'float32'), tf.tensor(weights, result.shape)));
}

/** What ONNX Runtime makes of a graph. */
export async function run(graph: Graph, inputs: Numbers): Promise<Numbers> {
  const file = writeOnnx(withoutDeadCode(graph));
  expect(modelFaults(file)).toEqual([]);
  const session = await openSession(file);
  try {
    return await session.run({ ...inputs });
  } finally {
    await session.release();
  }
}

/** How many nodes of each operator a graph needs; 0 of those that it has none of. */
export type Operators = (op: string) => number;

export function operatorsOf(graph: Graph): Operators {
  const { nodes } = withoutDeadCode(graph);
  return (op) => nodes.filter((node) => node.op === op).length;
}

/**
 * The graph after the pass gives the numbers of the graph before it.
 * @param relative what of the largest number two may differ by; some roundings unless told.
 * @returns the operators of both.
 */
export async function expectSameNumbers(
  graph: Graph,
  inputs: Numbers,
  pass: (graph: Graph) => Graph,
  relative?: number,
): Promise<{ readonly before: Operators; readonly after: Operators }> {
  const rewritten = pass(graph);
  const [wanted, actual] = [await run(graph, inputs), await run(rewritten, inputs)];
  expect(Object.keys(actual)).toEqual(Object.keys(wanted));
  for (const [name, tensor] of Object.entries(wanted)) expectClose(name, actual[name], tensor, relative);
  return { before: operatorsOf(graph), after: operatorsOf(rewritten) };
}
