/**
 * A desk in a process of its own, that can be killed: `node desk-process.ts DATABASE_URL`. It answers each request that it is
 * sent by what it decided. Its model's score hangs on every bit of every feature, so that equal scores mean equal features.
 */
import { fraudStore, openDatabase } from '@praxis/db';
import { fraudFeatures } from '@praxis/fraud';
import {
  type DecisionModel,
  decisionRequestSchema,
  defaultPolicy,
  openDecisionDesk,
} from '@praxis/fraud/service';
import { z } from 'zod';

const url = z.string().parse(process.argv[2]);
/** The wall clock of the test: payments of its days are not dated in the future. */
const nowSeconds = Date.parse('2026-06-01T00:00:00Z') / 1000;
const width = fraudFeatures.length;

/** FNV-1a over the words of a row; a missing value has one form here, though NaN has many. */
function mixed(row: Float32Array): number {
  const words = new Uint32Array(Float32Array.from(row).buffer);
  let hash = 0x811c9dc5;
  for (let column = 0; column < width; column++) {
    const word = Number.isNaN(row[column]) ? 0 : (words[column] ?? 0);
    hash = Math.imul(hash ^ word, 0x01000193);
    hash ^= hash >>> 15;
  }
  return (hash >>> 0) / 2 ** 32;
}

const model: DecisionModel = {
  artifact: 'e'.repeat(64),
  score: async (rows, count) =>
    Float32Array.from({ length: count }, (_, row) => mixed(rows.subarray(row * width, (row + 1) * width))),
  explain: async (row) =>
    Object.fromEntries(fraudFeatures.map(({ name }, column) => [name, row[column] || 0])),
};

const desk = openDecisionDesk({
  log: fraudStore(await openDatabase(url)),
  model: async () => model,
  policy: defaultPolicy,
  nowSeconds: () => nowSeconds,
});
process.on('message', async (message) => {
  const request = decisionRequestSchema.parse(message);
  const outcome = await desk.decide(request, `key-${request.transactionId}`);
  process.send?.({ id: request.transactionId, outcome });
});
process.once('disconnect', () => process.exit());
process.send?.('ready');
