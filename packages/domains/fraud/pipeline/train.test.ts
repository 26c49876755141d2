import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { averagePrecisionValue, type ModelCard } from '@praxis/core';
import { expect, it, onTestFinished } from 'vitest';
import { simulateDays } from '../data/simulation/simulate.ts';
import { simulatedWorld } from '../data/simulation/world.ts';
import { labelDelaySeconds } from '../features/windows.ts';
import type { HeldOutScores, TrainingStore } from '../service/store.ts';
import { MemoryLog } from '../testing/memory-log.ts';
import { candidates } from './learners.ts';
import { studioCandidates } from './studio-candidates.ts';
import { train } from './train.ts';

const world = simulatedWorld({ seed: 3, customers: 80, terminals: 160, days: 50 });
const payments = [...simulateDays(world)].flatMap(({ transactions }) => transactions);

/** A log of payments that remembers what was registered. */
class Store extends MemoryLog implements TrainingStore {
  readonly registered: { artifact: string; card: unknown; heldOut: HeldOutScores }[] = [];
  champion = async () => null;
  register: TrainingStore['register'] = async (_, model) => {
    this.registered.push(model);
    return 'champion';
  };
}

it('a run registers its model with the scores of the payments that it held out: later ones, and those of the card’s figures', async () => {
  const models = await mkdtemp(join(tmpdir(), 'fraud-models-'));
  onTestFinished(() => rm(models, { recursive: true, force: true }));
  const store = new Store();
  store.transactions.push(...payments);
  for (const { id, timeSeconds, fraud } of payments) {
    if (!fraud) continue;
    const knownAtSeconds = timeSeconds + labelDelaySeconds;
    store.say({ transactionId: id, fraud, source: 'chargeback', scenario: null, knownAtSeconds });
  }
  const signal = new AbortController().signal;
  const context = { models, runs: null, parallel: 1, onProgress: () => {}, signal };
  const { artifact, card }: { artifact: string; card: ModelCard } = await train('fraud', {
    store,
    ...context,
  });

  const [model] = store.registered;
  if (model === undefined) throw new Error('Nothing was registered.');
  expect(model).toMatchObject({ artifact, card });
  expect(card.data.sources).toMatchObject([{ file: 'payments', simulated: true }]);
  // All that `praxis fraud evaluate` compares competes here too; what contains attention cannot be taken.
  const names = card.candidates.map(({ learner }) => learner);
  expect(names).toEqual(studioCandidates.map(({ name }) => name));
  expect(names).toHaveLength(candidates.length);
  const comparedOnly = card.candidates.filter((one) => one.comparedOnly).map(({ learner }) => learner);
  expect(comparedOnly).toEqual([
    'deepTabular',
    'treesDeepBlend',
    'deepBlend',
    'attention',
    'attentionBlend',
    'attentionDeepBlend',
  ]);
  expect(comparedOnly).not.toContain(card.learner);
  const { transactionIds, probabilities, frauds } = model.heldOut;
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const held = transactionIds.map((id) => byId.get(id) ?? payments[0]);
  expect(frauds).toEqual(held.map(({ fraud }) => fraud));
  // The rows that are trained on are older by a week at least than any of those held out.
  const last = payments[payments.length - 1].timeSeconds;
  const first = last - labelDelaySeconds - 28 * 86_400;
  expect(Math.min(...held.map(({ timeSeconds }) => timeSeconds))).toBeGreaterThan(first + labelDelaySeconds);
  expect(Math.max(...held.map(({ timeSeconds }) => timeSeconds))).toBeLessThanOrEqual(
    last - labelDelaySeconds,
  );
  const labels = Uint8Array.from(frauds, Number);
  expect(averagePrecisionValue(labels, Float64Array.from(probabilities))).toBeCloseTo(
    card.performance.averagePrecision.value,
    12,
  );
}, 600_000);
