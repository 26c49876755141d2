import type { LoadedModel, Score } from '@praxis/core';
import { beforeAll, expect, test } from 'vitest';
import { readCohortFiles } from '../data/read.ts';
import type { CohortFiles } from '../data/records.ts';
import { featuresOf, modelInputs } from '../features/features.ts';
import { cohort } from '../pipeline/cohort.ts';
import { scoreEveryone } from '../pipeline/score.ts';
import { linearModel } from '../testing/linear-model.ts';
import { memoryStore } from '../testing/memory-store.ts';
import { riskBands } from './bands.ts';
import type { Alternatives, DiagnosisService } from './contract.ts';
import { lowerBand } from './lower-band.ts';
import { peopleLike } from './people-like.ts';
import { createDiagnosisService } from './service.ts';
import { applyChanges } from './what-if.ts';

let files: CohortFiles;
let service: DiagnosisService;
let model: LoadedModel;

/** Every twelfth person of the real cohort, scored by a model whose answers can be checked by hand. */
beforeAll(async () => {
  const all = await readCohortFiles();
  const kept = (id: number) => id % 12 === 0;
  files = {
    people: all.people.filter(({ id }) => kept(id)),
    observations: all.observations.filter(({ personId }) => kept(personId)),
    diagnoses: all.diagnoses.filter(({ personId }) => kept(personId)),
    sources: all.sources,
  };
  const store = memoryStore(files);
  const linear = linearModel('diabetes', 'artifact');
  // As if it had learned from people like these.
  const learnt = linear.card.features.map((feature) =>
    feature.kind === 'category' ? feature : { ...feature, low: 0, high: 250 },
  );
  model = { ...linear, card: { ...linear.card, features: learnt } };
  service = createDiagnosisService({ store, model: async () => model });
  const risks = await scoreEveryone('diabetes', await store.histories(), new Map(), model);
  await store.register(
    'diabetes',
    { artifact: model.hash, card: model.card, risks, events: new Map() },
    'test',
    null,
  );
});

async function everyone(): Promise<readonly Alternatives[]> {
  const found: Alternatives[] = [];
  for (const { id } of files.people.slice(0, 150)) {
    const result = await service.alternatives(id, 'diabetes');
    if (result.ok) found.push(result.value);
    else expect(result.error.code).toBe('noRisk');
  }
  return found;
}

test('a suggested change touches only what a person can change, towards health, and brings the risk under the bound', async () => {
  const histories = await memoryStore(files).histories();
  let suggested = 0;
  for (const history of histories.slice(0, 150)) {
    const result = await service.alternatives(history.person.id, 'diabetes');
    if (!result.ok || result.value.lowerBand.status !== 'change') continue;
    const { changes, bound, probability, band } = result.value.lowerBand;
    suggested++;
    for (const { feature, from, to } of changes) {
      expect(['weightKg', 'hdlMgDl', 'sbpMmHg', 'smoker']).toContain(feature);
      if (feature === 'hdlMgDl') expect(to).toBeGreaterThan(from);
      else expect(to).toBeLessThan(from);
      if (feature === 'weightKg') expect(to).toBeGreaterThanOrEqual(0.8 * from);
    }
    const known = featuresOf(history);
    const changed = applyChanges(known, Object.fromEntries(changes.map(({ feature, to }) => [feature, to])));
    if (!changed.ok) throw new Error(`not enterable: ${changed.error.code}`);
    const [now, then] = await model.score(
      [modelInputs('diabetes', known), modelInputs('diabetes', changed.value)],
      null,
    );
    expect(then.probability).toBe(probability);
    expect(then.probability).toBeLessThan(bound);
    expect(now.probability).toBeGreaterThanOrEqual(bound);
    expect(riskBands).toContain(band);
  }
  expect(suggested).toBeGreaterThan(10);
});

test('no change is suggested to where the model would not answer', async () => {
  const far: Pick<Score, 'familiarity' | 'abstains'> = {
    familiarity: { percentile: 100, unlike: true, mostUnusual: [] },
    abstains: 'unlikeTraining',
  };
  const lowest = 125;
  const wary: LoadedModel = {
    ...model,
    score: async (rows, fold) =>
      (await model.score(rows, fold)).map((score, at) => {
        const sbp = rows[at].sbpMmHg;
        return typeof sbp === 'number' && sbp < lowest ? { ...score, ...far } : score;
      }),
  };
  const pressures = async (asked: LoadedModel) => {
    const found: number[] = [];
    for (const history of (await memoryStore(files).histories()).slice(0, 150)) {
      const known = featuresOf(history);
      if ((known.sbpMmHg ?? 0) < lowest) continue;
      const band = await lowerBand('diabetes', known, asked, null, undefined);
      if (band.status !== 'change') continue;
      for (const { feature, to } of band.changes) if (feature === 'sbpMmHg') found.push(to);
    }
    return found;
  };
  expect(Math.min(...(await pressures(model)))).toBeLessThan(lowest);
  expect(Math.min(...(await pressures(wary)))).toBeGreaterThanOrEqual(lowest);
});

test('where there is no change the reason is said', async () => {
  const reasons = (await everyone()).map(({ lowerBand }) =>
    lowerBand.status === 'none' ? lowerBand.reason : null,
  );
  expect(new Set(reasons).size).toBeGreaterThan(2);
});

test('people like a person are counted without the person, and their share lies in its interval', async () => {
  const store = memoryStore(files);
  const members = cohort('diabetes', await store.histories());
  const search = (await peopleLike(store.historyBatches()))('diabetes');
  for (const { history } of members.members.slice(0, 20)) {
    const found = search(history.person.id, featuresOf(history));
    if (found === null) throw new Error('nobody is like a member of the cohort');
    expect(found.people).toBe(100);
    expect(found.events / found.people).toBeGreaterThanOrEqual(found.lower);
    expect(found.events / found.people).toBeLessThanOrEqual(found.upper);
    expect(found.ages.from).toBeLessThanOrEqual(history.person.ageYears + 10);
    expect(found.ages.to).toBeGreaterThanOrEqual(history.person.ageYears - 10);
    expect(Object.keys(found).toSorted()).toEqual(['ages', 'events', 'female', 'lower', 'people', 'upper']);
  }
});

test('who has the outcome has no risk to change, and nobody unknown is looked for', async () => {
  const ill = files.diagnoses.find(({ code, day }) => code === 'diabetes' && day <= 0);
  expect(await service.alternatives(ill?.personId ?? 0, 'diabetes')).toMatchObject({
    ok: false,
    error: { code: 'noRisk' },
  });
  expect(await service.alternatives(-1, 'diabetes')).toMatchObject({
    ok: false,
    error: { code: 'unknownPatient' },
  });
  const waiting = await service.alternatives(files.people[0].id, 'cardiovascular');
  expect(waiting.ok ? '' : waiting.error.code).toMatch(/modelNotReady|noRisk/);
});
