/**
 * Makes one graph of two traces of the same function. With one number of rows they must be equal, or the function is not
 * deterministic. With two numbers of rows they may differ in shapes, and each length that follows the rows is computed in
 * the graph.
 */
import { modelPlace, TraceError } from '../errors.ts';
import {
  attributesKey,
  type ConstantData,
  Graph,
  knownData,
  type Node,
  uniform,
  type Value,
} from '../graph.ts';
import { sameShape } from '../host.ts';

/** How many rows each trace had, and the input whose first axis they are. */
export interface Rows {
  readonly input: string;
  readonly first: number;
  readonly second: number;
}

/** A length: fixed, or `factor` times the number of rows. */
export type Length = number | { readonly factor: number };

/** @throws TraceError `batchDependent` or `notDeterministic`. */
export function mergeTraces(first: Graph, second: Graph, rows: Rows | null): Graph {
  const merged = new Graph();
  for (const [name, value] of first.inputs) merged.input(name, value);
  const merge = new Merge(merged, rows);
  for (const [name, value] of first.outputs) {
    const other = second.outputs.get(name);
    if (!other) throw differ(rows, `the output ${name} exists only in one of two traces`, null);
    merged.output(name, merge.value(value, other));
  }
  return merged;
}

/** The lengths of a shape in terms of the rows, null where they do not follow them. */
export function lengths(
  a: readonly number[],
  b: readonly number[],
  rows: Rows | null,
): readonly Length[] | null {
  if (a.length !== b.length) return null;
  const result: Length[] = [];
  for (const [at, size] of a.entries()) {
    if (size === b[at]) {
      result.push(size);
      continue;
    }
    const factor = rows ? size / rows.first : 0;
    if (!rows || !Number.isInteger(factor) || factor < 1 || b[at] !== factor * rows.second) return null;
    result.push({ factor });
  }
  return result;
}

/** Where a value is read: lists of lengths are written differently for different operators. */
interface Reader {
  readonly node: Node;
  readonly at: number;
}

class Merge {
  readonly #graph: Graph;
  readonly #rows: Rows | null;
  readonly #done = new Map<string, readonly Value[]>();

  constructor(graph: Graph, rows: Rows | null) {
    this.#graph = graph;
    this.#rows = rows;
  }

  /** Without recursion over nodes: a long training step is deeper than the call stack. */
  value(a: Value, b: Value): Value {
    const waiting: [Value, Value, Reader | null][] = [[a, b, null]];
    for (let pair = waiting.at(-1); pair; pair = waiting.at(-1)) {
      const [left, right, reader] = pair;
      const missing = this.#made(left, right, reader) ? [] : this.#operands(left, right, reader);
      waiting.push(...missing);
      if (missing.length > 0) continue;
      waiting.pop();
      if (!this.#made(left, right, reader)) this.#make(left, right, reader);
    }
    return this.#made(a, b, null) ?? this.#different(a, b, null);
  }

  /** The merged value of a pair that needs no node, or whose node was made. */
  #made(a: Value, b: Value, reader: Reader | null): Value | null {
    if (a.source.kind === 'input' && b.source.kind === 'input' && a.source.name === b.source.name) {
      return this.#graph.inputs.get(a.source.name) ?? null;
    }
    const known = this.#constant(a, b, reader);
    if (known) return known;
    if (a.source.kind !== 'node' || b.source.kind !== 'node' || a.source.output !== b.source.output)
      return null;
    return this.#done.get(key(a.source.node, b.source.node))?.[a.source.output] ?? null;
  }

  /** Pairs that have to be made before the node of this pair. */
  #operands(a: Value, b: Value, reader: Reader | null): [Value, Value, Reader][] {
    const [left, right] = this.#nodes(a, b, reader);
    return left.inputs.flatMap((input, at): [Value, Value, Reader][] => {
      const other = right.inputs[at];
      if (!input || !other || this.#made(input, other, { node: left, at })) return [];
      return [[input, other, { node: left, at }]];
    });
  }

  #make(a: Value, b: Value, reader: Reader | null): void {
    const [left, right] = this.#nodes(a, b, reader);
    const inputs = left.inputs.map((input, at) => {
      const other = right.inputs[at];
      return input && other ? this.#made(input, other, { node: left, at }) : null;
    });
    this.#done.set(
      key(left, right),
      this.#graph.addMany(left.op, inputs, left.outputs, left.attributes, left.made),
    );
  }

  /** The nodes that made a pair, which must be of one kind. */
  #nodes(a: Value, b: Value, reader: Reader | null): readonly [Node, Node] {
    if (a.source.kind !== 'node' || b.source.kind !== 'node') return this.#different(a, b, reader);
    const [left, right] = [a.source.node, b.source.node];
    const alike =
      left.op === right.op &&
      left.inputs.length === right.inputs.length &&
      left.outputs.length === right.outputs.length &&
      a.source.output === b.source.output &&
      attributesKey(left.attributes) === attributesKey(right.attributes);
    if (!alike) throw differ(this.#rows, `the operator ${left.op} is not the same in two traces`, left);
    return [left, right];
  }

  /** Known numbers that are the same in both traces, or follow the rows; null for all others. */
  #constant(a: Value, b: Value, reader: Reader | null): Value | null {
    const [data, other] = [knownData(a), knownData(b)];
    if (!data || !other) return null;
    if (sameShape(a.shape, b.shape) && sameBytes(data, other)) return this.#graph.constant(data, a);
    if (data instanceof BigInt64Array && other instanceof BigInt64Array) {
      const list = lengths(Array.from(data, Number), Array.from(other, Number), this.#rows);
      if (!list) return null;
      const open = list.filter((length) => typeof length !== 'number').length;
      if (reader?.node.op === 'Reshape' && reader.at === 1 && open === 1) {
        return this.#graph.integers(list.map((length) => (typeof length === 'number' ? length : -1)));
      }
      return this.#list(list);
    }
    const shape = lengths(a.shape, b.shape, this.#rows);
    const filling = uniform(a);
    if (!shape || filling === null || !Object.is(filling, uniform(b))) return null;
    const single = this.#graph.constant(data.slice(0, 1), { shape: [], type: a.type });
    return this.#graph.add('Expand', [single, this.#list(shape)], a);
  }

  #different(a: Value, b: Value, reader: Reader | null): never {
    const node = reader?.node ?? null;
    if (knownData(a) instanceof BigInt64Array && knownData(b)) {
      throw differ(this.#rows, 'a position or length does not follow the number of rows', node);
    }
    if (knownData(a) && knownData(b)) {
      throw differ(
        this.#rows,
        `a constant of shape [${a.shape.join(', ')}] is not the same in two traces`,
        node,
      );
    }
    throw differ(this.#rows, 'two traces take different ways', node);
  }

  /** A list of lengths, computed from the number of rows at run time. */
  #list(list: readonly Length[]): Value {
    const graph = this.#graph;
    const input = this.#rows ? graph.inputs.get(this.#rows.input) : undefined;
    if (!input) throw new Error('lengths follow the rows only where an input has rows');
    const one = { shape: [1], type: 'int64' } as const;
    const rows = graph.add('Shape', [input], one, { start: 0, end: 1 });
    const parts = list.map((length) => {
      if (typeof length === 'number') return graph.integers([length]);
      return length.factor === 1 ? rows : graph.add('Mul', [rows, graph.integers([length.factor])], one);
    });
    return graph.add('Concat', parts, { shape: [parts.length], type: 'int64' }, { axis: 0 });
  }
}

const numbersOf = new WeakMap<Node, number>();
let nextNumber = 0;

function key(a: Node, b: Node): string {
  return `${numberOf(a)},${numberOf(b)}`;
}

function numberOf(node: Node): number {
  const known = numbersOf.get(node) ?? nextNumber++;
  numbersOf.set(node, known);
  return known;
}

function sameBytes(a: ConstantData, b: ConstantData): boolean {
  return Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(
    Buffer.from(b.buffer, b.byteOffset, b.byteLength),
  );
}

function differ(rows: Rows | null, what: string, node: Node | null): TraceError {
  const place = modelPlace(node?.made?.stack);
  if (rows) {
    const message =
      `The graph depends on the number of rows: ${what}. Only shapes may: use means and sums over other axes, and do ` +
      'not compute with the number of rows or with the shape of a batch.';
    return new TraceError('batchDependent', message, { place });
  }
  const message =
    `The traced function is not deterministic: ${what}. Random numbers made inside would stay the same in every step: ` +
    'make them outside and give them in as an input.';
  return new TraceError('notDeterministic', message, { place });
}
