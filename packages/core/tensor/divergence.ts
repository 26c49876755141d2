/** Training that has left the finite numbers: at which step, and where the first ones were. */
import { type HostTensor, sizeOf } from './host.ts';

/** Values of one tensor that are NaN or infinite. */
export interface NotFinite {
  readonly name: string;
  readonly count: number;
  /** Of all values of the tensor. */
  readonly of: number;
  /** Where the first one is, in row-major order from 0. */
  readonly index: number;
  /** Along the first axis, from 0. */
  readonly row: number;
  readonly value: number;
}

/** The step's state is still the last one with a finite loss. */
export class DivergedError extends Error {
  readonly code = 'lossNotFinite';
  /** Steps are counted from 1. */
  readonly step: number;
  readonly loss: number;
  /** What was not finite in the batch. */
  readonly inputs: readonly NotFinite[];
  /** What was not finite in the variables when the step began. */
  readonly variables: readonly NotFinite[];

  constructor(
    step: number,
    loss: number,
    { inputs, variables }: { inputs: readonly NotFinite[]; variables: readonly NotFinite[] },
  ) {
    super(`The loss is ${loss} at step ${step}: ${reason(inputs, variables)} The last good state was kept.`);
    this.name = 'DivergedError';
    this.step = step;
    this.loss = loss;
    this.inputs = inputs;
    this.variables = variables;
  }
}

/** The tensors that are not all finite, in the given order. */
export function notFinite(tensors: Iterable<readonly [string, HostTensor]>): NotFinite[] {
  const found: NotFinite[] = [];
  for (const [name, { data, shape, dtype }] of tensors) {
    if (dtype !== 'float32') continue;
    const index = data.findIndex((value) => !Number.isFinite(value));
    const value = data[index];
    if (index === -1 || value === undefined) continue;
    let count = 0;
    for (const number of data) if (!Number.isFinite(number)) count++;
    found.push({
      name,
      count,
      of: data.length,
      index,
      row: Math.floor(index / sizeOf(shape.slice(1))),
      value,
    });
  }
  return found;
}

function reason(inputs: readonly NotFinite[], variables: readonly NotFinite[]): string {
  const [input] = inputs;
  if (input) {
    const others = inputs.slice(1).map(({ name }) => name);
    const also = others.length > 0 ? `, and others in ${others.join(', ')}` : '';
    return `the input ${input.name} has ${place(input)}${also}.`;
  }
  const [variable] = variables;
  if (variable) {
    return (
      `all inputs are finite, but the variable ${variable.name} had ${place(variable)} when the step began. ` +
      'Lower the learning rate or clip the gradient.'
    );
  }
  return 'all inputs and variables are finite, so the loss itself overflows or is not defined for them.';
}

function place({ count, of, index, row, value }: NotFinite): string {
  const values =
    count === 1
      ? `1 of ${of} values that is ${value},`
      : `${count} of ${of} values that are NaN or infinite, the first (${value})`;
  return `${values} at index ${index} in row ${row}`;
}
