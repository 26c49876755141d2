/**
 * The recurrent network read by plain arithmetic, one sequence at a time: where a single learner is asked about, that is done
 * before a session is open, and a web server that serves it needs no engine. The same network as in `recurrent.ts`; a test
 * holds the two together.
 */
import { createRandom } from '../../random.ts';
import type { HostTensor } from '../../tensor/host.ts';
import type { FittedSequences, Named, SequenceRows } from './contract.ts';

/** What dropout multiplies with, the same at all steps. */
interface Masks {
  readonly step: Float64Array;
  readonly state: Float64Array;
  readonly head: Float64Array;
}

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));

/**
 * Log-odds of the last step of one sequence, and their standard deviation over `samples` draws of dropout.
 *
 * @param rows one sequence of one step or more; the last step's label is not read
 * @throws Error for a network of another kind, or rows that it does not fit
 */
export function lastLogOdds(
  fitted: FittedSequences,
  rows: SequenceRows,
  { samples, seed }: { readonly samples: number; readonly seed: number },
): { readonly logOdds: number; readonly spread: number } {
  const { settings, flagColumns, numberColumns } = fitted;
  if (settings.kind !== 'recurrent')
    throw new Error('Only the recurrent network is read by plain arithmetic.');
  if (rows.flagColumns !== flagColumns || rows.numberColumns !== numberColumns || rows.labels.length === 0)
    throw new Error('The rows are not of this network.');
  const width = settings.embedding + numberColumns;
  const ones = (length: number) => new Float64Array(length).fill(1);
  const whole = { step: ones(width), state: ones(settings.hidden), head: ones(settings.hidden) };
  const logOdds = read(fitted, rows, whole);
  const random = createRandom(seed);
  const { dropout } = settings;
  const drawn = (length: number) =>
    Float64Array.from({ length }, () => (random.uniform() < dropout ? 0 : 1 / (1 - dropout)));
  const draws = Array.from({ length: samples }, () =>
    read(fitted, rows, { step: drawn(width), state: drawn(settings.hidden), head: drawn(settings.hidden) }),
  );
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / Math.max(samples, 1);
  const squares = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0);
  return { logOdds, spread: samples < 2 ? 0 : Math.sqrt(squares / (samples - 1)) };
}

function read(
  { settings, weights, numberColumns }: FittedSequences,
  rows: SequenceRows,
  masks: Masks,
): number {
  const { hidden, embedding } = settings;
  const network = named(weights);
  const steps = rows.labels.length;
  let state: Float64Array = new Float64Array(hidden);
  const cell = new Float64Array(hidden);
  let step: Float64Array = new Float64Array(embedding + numberColumns);
  for (let at = 0; at < steps; at++) {
    step = stepOf(network('embedding'), embedding, rows, at);
    step = step.map((value, index) => value * masks.step[index]);
    const gates = Float64Array.from(network('inputBias'));
    addProduct(gates, step, network('input'));
    addProduct(
      gates,
      state.map((value, index) => value * masks.state[index]),
      network('recurrent'),
    );
    const next = new Float64Array(hidden);
    for (let unit = 0; unit < hidden; unit++) {
      const [forget, input, output] = [0, 1, 2].map((gate) => sigmoid(gates[gate * hidden + unit]));
      cell[unit] = forget * cell[unit] + input * Math.tanh(gates[3 * hidden + unit]);
      next[unit] = output * Math.tanh(cell[unit]);
    }
    state = next;
  }
  const seen = Float64Array.of(...state.map((value, index) => value * masks.head[index]), ...step);
  const deep = Float64Array.from(network('headBias'));
  addProduct(deep, seen, network('head'));
  let logOdds = network('bias')[0];
  for (const [index, weight] of network('output').entries()) logOdds += Math.max(0, deep[index]) * weight;
  for (const [index, weight] of network('linear').entries())
    logOdds += rows.numbers[(steps - 1) * numberColumns + index] * weight;
  return logOdds;
}

/** What flags are embedded in, then the numbers. */
function stepOf(
  table: HostTensor['data'],
  embedding: number,
  { flags, numbers, numberColumns }: SequenceRows,
  at: number,
): Float64Array {
  const step = new Float64Array(embedding + numberColumns);
  for (let entry = flags.starts[at]; entry < flags.starts[at + 1]; entry++)
    for (let index = 0; index < embedding; index++)
      step[index] += flags.values[entry] * table[flags.columns[entry] * embedding + index];
  step.set(numbers.subarray(at * numberColumns, (at + 1) * numberColumns), embedding);
  return step;
}

/** Adds a row times a matrix, row-major, to `sums`. */
function addProduct(sums: Float64Array, row: Float64Array, matrix: HostTensor['data']): void {
  const columns = sums.length;
  for (let index = 0; index < row.length; index++) {
    const value = row[index];
    if (value === 0) continue;
    for (let column = 0; column < columns; column++) sums[column] += value * matrix[index * columns + column];
  }
}

function named(weights: Named<HostTensor>): (name: string) => HostTensor['data'] {
  return (name) => {
    const tensor = weights[name];
    if (tensor === undefined) throw new Error(`The network has no weights called ${name}.`);
    return tensor.data;
  };
}
