/** Turns a pure function into an ONNX file. */
import { TraceError } from './errors.ts';
import type { Graph } from './graph.ts';
import type { Dtype } from './host.ts';
import { lookUpFlags } from './passes/category-flags.ts';
import { withoutDeadCode } from './passes/dead-code.ts';
import { fuseGemm } from './passes/gemm.ts';
import { lengths, mergeTraces, type Rows } from './passes/merge-traces.ts';
import type { tf } from './tf.ts';
import { trace } from './trace.ts';
import { type Dimension, type NamedShapes, writeOnnx } from './writer.ts';

/** 'batch' as first length leaves the number of rows open. */
interface OpenShape {
  readonly shape: readonly (number | 'batch')[];
}

/** An input of an exported graph: numbers, or a category given by its name. */
export type ExportInput = (OpenShape & { readonly dtype: Dtype }) | CategoryInput;

/**
 * Strings in the file, int32 positions in `categories` for the function that is traced. A string that is not among them
 * has the position `categories.length`: `tf.oneHot` of that many makes it a row of zeros, a table with one row more can
 * learn an embedding for it.
 */
export interface CategoryInput extends OpenShape {
  readonly dtype: 'string';
  readonly categories: readonly string[];
}

export interface ExportOptions {
  readonly inputs: Readonly<Record<string, ExportInput>>;
  /** A pure function of its inputs; the variables it reads are written into the file as they are now. */
  readonly outputs: (inputs: Record<string, tf.Tensor>) => Record<string, tf.Tensor>;
}

// tfjs' shapes are fixed, so a graph with an open number of rows is found from two traces. Odd primes, so that a length
// made from the rows is told from one that only looks like it.
const firstRows = 5;
const secondRows = 7;

/**
 * @returns the bytes of an ONNX file whose inputs and outputs have the given names.
 * @throws TraceError where an operation has no lowering, or more than shapes depends on the number of rows.
 */
export function exportGraph(options: ExportOptions): Uint8Array {
  const names = Object.keys(options.inputs);
  const rowed = names.filter((name) => options.inputs[name]?.shape[0] === 'batch');
  const misplaced = names.find((name) => options.inputs[name]?.shape.slice(1).includes('batch'));
  if (misplaced) {
    throw new TraceError('signature', `The input ${misplaced} has 'batch' elsewhere than in its first axis.`);
  }
  const [input] = rowed;
  const rows: Rows | null = input === undefined ? null : { input, first: firstRows, second: secondRows };
  const first = traceOutputs(options, firstRows);
  const second = traceOutputs(options, rows ? secondRows : firstRows);
  const merged = mergeTraces(first, second, rows);
  const categories = categoriesOf(options.inputs);
  // Unseen names have the position after the last.
  const positions = new Map([...categories].map(([name, known]) => [name, known.length + 1]));
  // Each node is felt where one row is scored. These passes ask for no number of rows.
  const graph = withoutDeadCode(fuseGemm(lookUpFlags(merged, positions)));
  return writeOnnx(graph, openShapes(first, second, rows), categories);
}

/** The categories of the inputs that have some. */
function categoriesOf(inputs: ExportOptions['inputs']): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, input] of Object.entries(inputs)) {
    if (input.dtype !== 'string') continue;
    if (input.categories.length === 0 || new Set(input.categories).size < input.categories.length) {
      throw new TraceError(
        'signature',
        `The categories of the input ${name} are not one or more different names.`,
      );
    }
    found.set(name, input.categories);
  }
  return found;
}

function traceOutputs(options: ExportOptions, rows: number): Graph {
  return trace(
    () => null,
    ({ graph, input, valueFor }) => {
      const inputs: Record<string, tf.Tensor> = {};
      for (const [name, { shape, dtype }] of Object.entries(options.inputs)) {
        inputs[name] = input(name, {
          shape: shape.map((size) => (size === 'batch' ? rows : size)),
          dtype: dtype === 'string' ? 'int32' : dtype,
        });
      }
      for (const [name, tensor] of Object.entries(options.outputs(inputs))) {
        if (graph.inputs.has(name))
          throw new TraceError('signature', `${name} is both an input and an output.`);
        graph.output(name, valueFor(tensor));
      }
      return graph;
    },
  );
}

/** The shapes of inputs and outputs with the rows' axes named. */
function openShapes(first: Graph, second: Graph, rows: Rows | null): NamedShapes {
  const shapes = new Map<string, readonly Dimension[]>();
  for (const [name, value] of [...first.inputs, ...first.outputs]) {
    const other = second.inputs.get(name) ?? second.outputs.get(name);
    const open = other ? lengths(value.shape, other.shape, rows) : null;
    if (!open)
      throw new TraceError('batchDependent', `The shape of ${name} does not follow the number of rows.`);
    shapes.set(name, open.map(dimension));
  }
  return shapes;
}

function dimension(length: number | { factor: number }): Dimension {
  if (typeof length === 'number') return length;
  return length.factor === 1 ? 'batch' : `${length.factor}*batch`;
}
