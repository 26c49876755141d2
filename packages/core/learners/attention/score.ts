/** Scores sequences with a trained attention network. */
import { exportGraph, openSession, tf } from '../../tensor/index.ts';
import { prepareRows } from '../deep/prepare-rows.ts';
import { hostToTensor } from '../deep/training.ts';
import { byAttentionWeight, sequenceLogOdds, weightShapes } from './architecture.ts';
import type { FittedAttention } from './fit-attention.ts';
import { gather, type Sequences } from './sequences.ts';

/** Sequences of one call: bounds its memory. */
const batchSequences = 1024;

/** Uncalibrated log-odds, one for each sequence. */
export async function attentionLogOdds(
  { preparation, architecture, weights }: FittedAttention,
  { matrix, hours, steps, length }: Sequences,
): Promise<Float64Array> {
  const { columns, stepColumns } = architecture;
  const shapes = weightShapes(architecture);
  const z = await prepareRows(preparation, matrix);
  const stepWidth = stepColumns.length + 1;
  const file = exportGraph({
    inputs: {
      present: { shape: ['batch', columns], dtype: 'float32' },
      past: { shape: ['batch', length, stepWidth], dtype: 'float32' },
      known: { shape: ['batch', length], dtype: 'float32' },
    },
    outputs: ({ present, past, known }) => ({
      logOdds: sequenceLogOdds(
        architecture,
        byAttentionWeight((name) => tf.reshape(hostToTensor(weights[name]), [...shapes[name]])),
        {
          present: tf.reshape(present, [-1, columns]),
          past: tf.reshape(past, [-1, length, stepWidth]),
          known: tf.reshape(known, [-1, length]),
        },
      ),
    }),
  });
  const session = await openSession(file);
  try {
    const sequences = steps.length / length;
    const all = new Float64Array(sequences);
    for (let start = 0; start < sequences; start += batchSequences) {
      const count = Math.min(batchSequences, sequences - start);
      const asked = Int32Array.from({ length: count }, (_, place) => start + place);
      const batch = gather({ z, columns, hours, steps, length }, stepColumns, asked);
      const { logOdds } = await session.run({
        present: { shape: [count, columns], dtype: 'float32', data: batch.present },
        past: { shape: [count, length, stepWidth], dtype: 'float32', data: batch.past },
        known: { shape: [count, length], dtype: 'float32', data: batch.known },
      });
      all.set(Float64Array.from(logOdds.data, Number), start);
    }
    return all;
  } finally {
    await session.release();
  }
}
