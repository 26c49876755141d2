/** What an ONNX file of another program takes and gives (https://onnx.ai/onnx/repo-docs/IR.html). */
import onnxProto, { type onnx as format } from 'onnx-proto';
import { ImportError } from './errors.ts';
import { classesOf, refuseRegressor } from './output-source.ts';
import type { ImportSchema } from './schema.ts';

const { onnx } = onnxProto;
const { DataType } = onnx.TensorProto;

/** An input of the file; `dims` null where it does not say, a name where the length is chosen at run time. */
export interface ForeignInput {
  readonly name: string;
  readonly elementType: number;
  readonly dims: readonly (number | string)[] | null;
}

/** The value in the graph that holds a score a class, and which of them is the event; null: the last. */
export interface ProbabilityPlace {
  readonly value: string;
  readonly column: number | null;
}

export function readForeign(bytes: Uint8Array, file: string): format.ModelProto {
  try {
    const model = onnx.ModelProto.decode(bytes);
    if ((model.graph?.node ?? []).length > 0) return model;
  } catch {
    // Said below.
  }
  throw new ImportError('importUnreadable', `${file} is no ONNX file, or it is damaged.`);
}

/** Inputs that a caller gives: old files list their weights among them. */
export function inputsOf(model: format.ModelProto): readonly ForeignInput[] {
  const weights = new Set((model.graph?.initializer ?? []).map(({ name }) => name));
  const inputs = (model.graph?.input ?? []).filter(({ name }) => !weights.has(name));
  return inputs.map(({ name, type }) => {
    const tensor = type?.tensorType;
    const dims = tensor?.shape?.dim?.map(({ dimValue, dimParam }) => {
      const length = Number(dimValue ?? 0);
      return length > 0 ? length : dimParam || 'any';
    });
    return { name: name ?? '', elementType: tensor?.elemType ?? DataType.UNDEFINED, dims: dims ?? null };
  });
}

/** As a person reads it: `float[any, 10]`. */
export function describeInput({ name, elementType, dims }: ForeignInput): string {
  const type = (DataType[elementType] ?? 'unknown').toLowerCase();
  return `${name} ${type}[${dims === null ? '?' : dims.join(', ')}]`;
}

interface ForeignOutput {
  readonly name: string;
  /** Where the numbers are: the output itself, or what a ZipMap wraps. */
  readonly value: string;
  /** The labels of its classes in order, null where the file does not name them. */
  readonly classes: readonly string[] | null;
  /** Its columns, 0 where the file does not say. */
  readonly width: number;
}

/** @throws ImportError where no output, or no single one, holds a probability */
export function probabilityPlace(model: format.ModelProto, schema: ImportSchema): ProbabilityPlace {
  const all = model.graph?.output ?? [];
  const usable = all.flatMap((output) => usableOutput(model, output) ?? []);
  const names = all.map(({ name }) => `"${name}"`).join(', ');
  const chosen = chooseOutput(usable, schema.output);
  if (chosen === undefined) {
    const why =
      schema.output !== undefined
        ? `"${schema.output}" is not an output of numbers`
        : usable.length === 0
          ? 'none of them holds numbers'
          : 'several hold numbers: name the one with the probabilities as "output" in the schema';
    throw new ImportError('importOutputs', `The outputs of the model are ${names}; ${why}.`);
  }
  refuseRegressor(model.graph ?? {}, chosen.value);
  return { value: chosen.value, column: columnOf(chosen, schema.class) };
}

function usableOutput(model: format.ModelProto, output: format.IValueInfoProto): ForeignOutput | null {
  const name = output.name ?? '';
  const type = output.type?.tensorType?.elemType;
  const graph = model.graph ?? {};
  if (type === DataType.FLOAT || type === DataType.DOUBLE) {
    const width = Number(output.type?.tensorType?.shape?.dim?.[1]?.dimValue ?? 0);
    return { name, value: name, classes: classesOf(graph, name, null), width };
  }
  const zip = graph.node?.find((node) => node.opType === 'ZipMap' && node.output?.includes(name));
  const value = zip?.input?.[0];
  if (zip === undefined || value === undefined) return null;
  return { name, value, classes: classesOf(graph, value, zip), width: 0 };
}

function chooseOutput(
  usable: readonly ForeignOutput[],
  wanted: string | undefined,
): ForeignOutput | undefined {
  if (wanted !== undefined) return usable.find(({ name }) => name === wanted);
  if (usable.length === 1) return usable[0];
  const named = usable.filter(({ name }) => /prob/i.test(name));
  return named.length === 1 ? named[0] : undefined;
}

function columnOf({ classes, width }: ForeignOutput, wanted: string | number | undefined): number | null {
  const count = classes?.length ?? width;
  if (wanted === undefined && count > 2) {
    const names = classes === null ? '' : ` (${classes.map((name) => `"${name}"`).join(', ')})`;
    const message = `The model tells ${count} classes apart${names}: say with "class" in the schema which one is the event; all others count as no event.`;
    throw new ImportError('importOutputs', message);
  }
  if (wanted === undefined) return null;
  if (classes === null || classes.length === 0) {
    if (typeof wanted === 'number') return wanted;
    const message = `The model does not name its classes: "class" is the place of the event, from 0, not "${wanted}".`;
    throw new ImportError('importOutputs', message);
  }
  const column = classes.indexOf(String(wanted));
  if (column >= 0) return column;
  const message = `The model has no class "${wanted}"; its classes: ${classes.map((name) => `"${name}"`).join(', ')}.`;
  throw new ImportError('importOutputs', message);
}
