/** Made sequences whose outcomes can be foretold only by what stood before. */
import { createRandom } from '../../../random.ts';
import { SparseRowBuilder } from '../../sparse-logistic/rows.ts';
import type { SequenceRows, SequenceSettings } from '../contract.ts';

/**
 * Each step shows one of two flags; the outcome is the flag that the step before showed, nine times out of ten, and at the
 * first step a coin. A number beside it means nothing.
 */
export function rememberedFlags(sequences: number, seed: number): SequenceRows {
  const random = createRandom(seed);
  const flags = new SparseRowBuilder();
  const [starts, labels, numbers]: [number[], number[], number[]] = [[0], [], []];
  for (let sequence = 0; sequence < sequences; sequence++) {
    let before = random.below(2);
    for (let length = 3 + random.below(8); length > 0; length--) {
      const shown = random.below(2);
      flags.add(shown, 1);
      flags.endRow();
      labels.push(random.uniform() < 0.9 ? before : 1 - before);
      numbers.push(random.normal());
      before = shown;
    }
    starts.push(labels.length);
  }
  return {
    starts: Int32Array.from(starts),
    flags: flags.rows(),
    flagColumns: 2,
    numbers: Float32Array.from(numbers),
    numberColumns: 1,
    labels: Uint8Array.from(labels),
  };
}

export const smallSettings = (kind: SequenceSettings['kind']): SequenceSettings => ({
  kind,
  hidden: 16,
  embedding: 8,
  dropout: 0.1,
  times: 12,
  streams: 8,
  learningRate: 0.02,
  weightDecay: 0.01,
  mostEpochs: 12,
  patience: 12,
});

/** One of the sequences by itself. */
export function only(rows: SequenceRows, sequence: number): SequenceRows {
  const [from, to] = [rows.starts[sequence], rows.starts[sequence + 1]];
  return firstSteps(
    {
      ...rows,
      starts: Int32Array.of(0, to - from),
      flags: {
        ...rows.flags,
        starts: rows.flags.starts.slice(from, to + 1).map((entry) => entry - rows.flags.starts[from]),
        columns: rows.flags.columns.slice(rows.flags.starts[from]),
        values: rows.flags.values.slice(rows.flags.starts[from]),
      },
      numbers: rows.numbers.slice(from * rows.numberColumns, to * rows.numberColumns),
      labels: rows.labels.slice(from, to),
    },
    to - from,
  );
}

/** The first steps of one sequence. */
export function firstSteps(rows: SequenceRows, steps: number): SequenceRows {
  return {
    ...rows,
    starts: Int32Array.of(0, steps),
    flags: { ...rows.flags, starts: rows.flags.starts.slice(0, steps + 1) },
    numbers: rows.numbers.slice(0, steps * rows.numberColumns),
    labels: rows.labels.slice(0, steps),
  };
}
