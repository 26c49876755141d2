import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openModel, type TrainingProgress, type TrainingResult, trainingStages } from '@praxis/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCohortFiles } from '../data/read.ts';
import type { CohortFiles } from '../data/records.ts';
import { createDiagnosisService } from '../service/service.ts';
import type { StoredRisk } from '../service/store.ts';
import { type MemoryStore, memoryStore } from '../testing/memory-store.ts';
import { cohort, hasOutcomeAtDayZero } from './cohort.ts';
import { train } from './train.ts';

/** Every sixth person of the real cohort: enough for every stage, few enough for a unit test. */
function sixth(files: CohortFiles): CohortFiles {
  const kept = (id: number) => id % 6 === 0;
  return {
    people: files.people.filter(({ id }) => kept(id)),
    observations: files.observations.filter(({ personId }) => kept(personId)),
    diagnoses: files.diagnoses.filter(({ personId }) => kept(personId)),
    sources: files.sources,
  };
}

let files: CohortFiles;
let models: string;
let store: MemoryStore;
let result: TrainingResult;
const progress: TrainingProgress[] = [];

beforeAll(async () => {
  files = sixth(await readCohortFiles());
  models = await mkdtemp(join(tmpdir(), 'diagnosis-models-'));
  store = memoryStore(files);
  result = await train('diabetes', {
    store,
    models,
    runs: null,
    parallel: 1,
    onProgress: (sign) => progress.push(sign),
    signal: new AbortController().signal,
  });
});
afterAll(() => rm(models, { recursive: true, force: true }));

function risks(): readonly StoredRisk[] {
  return store.registered[0]?.risks ?? [];
}

test('a run passes through every stage and registers once, with everyone in it; the first model serves', () => {
  expect([...new Set(progress.map(({ stage }) => stage))]).toEqual([...trainingStages]);
  expect(store.registered).toHaveLength(1);
  expect(store.registered[0]).toMatchObject({
    outcome: 'diabetes',
    artifact: result.artifact,
    place: 'champion',
  });
  expect(store.registered[0]?.reason).toMatch(
    /^First model of this outcome: \w+, cross-validated AUROC 0\.\d{3}/,
  );
  expect(risks().map(({ personId }) => personId)).toEqual(
    files.people.map(({ id }) => id).toSorted((a, b) => a - b),
  );
});

test('who has the outcome has no risk; members keep the fold that held them out, others the final model', async () => {
  const histories = await store.histories();
  const { members } = cohort('diabetes', histories);
  const foldOf = new Map(members.map(({ history }, row) => [history.person.id, result.fold[row]]));
  for (const [index, risk] of risks().entries()) {
    const history = histories[index];
    if (history === undefined) throw new Error('more risks than people');
    const has = hasOutcomeAtDayZero('diabetes', history);
    expect(risk.status).toBe(has ? 'alreadyHas' : 'risk');
    if (risk.status === 'risk') expect(risk.fold).toBe(foldOf.get(risk.personId) ?? null);
  }
  expect(new Set(foldOf.values()).size).toBe(5);
});

test('the card tells where the cohort comes from, who was left out, whom it was judged on and what it cannot do', async () => {
  const { card } = result;
  const selected = cohort('diabetes', await store.histories());
  expect(card).toMatchObject({ vertical: 'diagnosis', outcome: 'diabetes', horizonDays: 1826 });
  expect(card.data).toMatchObject({
    rows: selected.members.length,
    events: selected.events,
    excluded: selected.excluded,
    sources: files.sources.map(({ file, sha256, rows }) => ({ file, sha256, rows })),
  });
  expect(card.limits).toContain('diedLeftOut');
  const sizes = Object.groupBy(card.subgroups, ({ group }) => group);
  expect(Object.keys(sizes).toSorted()).toEqual(['age', 'fattyLiver', 'sex']);
  for (const levels of Object.values(sizes)) {
    expect(levels?.reduce((sum, { rows }) => sum + rows, 0)).toBe(selected.members.length);
  }
});

test('the patient page recomputes exactly what was stored', async () => {
  const service = createDiagnosisService({ store, model: (artifact) => openModel(models, artifact) });
  const some = risks().filter((risk) => risk.status === 'risk');
  for (const stored of [some[0], some[200], some[900]]) {
    if (stored?.status !== 'risk') throw new Error('fewer risks than expected');
    const shown = await service.whatIf(stored.personId, {});
    const risk = shown.ok ? shown.value.find(({ outcome }) => outcome === 'diabetes') : undefined;
    if (risk?.status !== 'risk') throw new Error('no risk shown');
    expect(risk.probability).toBeCloseTo(stored.probability, 6);
    expect(risk.lower).toBeCloseTo(stored.lower, 6);
    const sum = risk.contributions.reduce((total, { logOdds }) => total + logOdds, risk.baselineLogOdds);
    expect(sum + risk.residual).toBeCloseTo(risk.logOdds, 4);
  }
});

test('a cancelled run leaves no decision, no risk and no half-written artifact', async () => {
  const untouched = memoryStore(files);
  const before = await readdir(models);
  const controller = new AbortController();
  const run = train('cardiovascular', {
    store: untouched,
    models,
    runs: null,
    parallel: 1,
    onProgress: ({ stage }) => {
      if (stage === 'crossValidate') controller.abort(new Error('cancelled by the administrator'));
    },
    signal: controller.signal,
  });
  await expect(run).rejects.toThrow('cancelled by the administrator');
  expect(untouched.registered).toEqual([]);
  expect(await readdir(models)).toEqual(before);
});

test('without an imported cohort a run says so', async () => {
  const empty = memoryStore({ people: [], observations: [], diagnoses: [], sources: [] });
  const context = {
    store: empty,
    models,
    runs: null,
    parallel: 1,
    onProgress: () => {},
    signal: new AbortController().signal,
  };
  await expect(train('diabetes', context)).rejects.toThrow('import it first');
});
