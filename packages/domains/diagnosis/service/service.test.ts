import type { LoadedModel } from '@praxis/core';
import { beforeEach, expect, test } from 'vitest';
import type { CohortFiles, Outcome } from '../data/records.ts';
import { scoreEveryone } from '../pipeline/score.ts';
import { linearModel } from '../testing/linear-model.ts';
import { type MemoryStore, memoryStore } from '../testing/memory-store.ts';
import type { DiagnosisService, OutcomeRisk, PatientReview, Result } from './contract.ts';
import { createDiagnosisService } from './service.ts';

const body = { ageYears: 60, male: true, weightKg: 90, heightCm: 180, bmi: 27.8, caseId: null, died: false };
const files: CohortFiles = {
  people: [
    { ...body, id: 1, followUpDays: 4000 },
    { ...body, id: 2, followUpDays: 4000, weightKg: null, heightCm: null, bmi: null },
  ],
  observations: [
    { personId: 1, day: -40, test: 'sbp', value: 118 },
    { personId: 1, day: -12, test: 'sbp', value: 152 },
    { personId: 1, day: -3, test: 'hdl', value: 180 },
    { personId: 1, day: 20, test: 'sbp', value: 190 },
  ],
  diagnoses: [
    { personId: 1, day: -700, code: 'hypertension' },
    { personId: 1, day: 0, code: 'dyslipidemia' },
    { personId: 1, day: 300, code: 'diabetes' },
  ],
  sources: [],
};

let store: MemoryStore;
let service: DiagnosisService;

beforeEach(() => {
  store = memoryStore(files);
  const models = new Map<string, LoadedModel>(
    (['diabetes', 'hypertension', 'cardiovascular'] as const).map((outcome) => [
      `artifact-${outcome}`,
      linearModel(outcome, `artifact-${outcome}`),
    ]),
  );
  service = createDiagnosisService({
    store,
    model: async (artifact) => {
      const model = models.get(artifact);
      if (model === undefined) throw new Error(`no artifact ${artifact}`);
      return model;
    },
  });
});

/** Person 1 was in fold 3 of the outcome's cohort; person 2 in none. */
async function ready(...outcomes: readonly Outcome[]): Promise<void> {
  for (const outcome of outcomes) {
    const model = linearModel(outcome, `artifact-${outcome}`);
    const risks = await scoreEveryone(outcome, await store.histories(), new Map([[1, 3]]), model);
    await store.register(
      outcome,
      { artifact: model.hash, card: model.card, risks, events: new Map() },
      'test',
      null,
    );
  }
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`unexpected ${result.error.code}`);
  return result.value;
}

async function review(personId: number): Promise<PatientReview> {
  return unwrap(await service.patient(personId));
}

function riskIn(risks: readonly OutcomeRisk[], outcome: Outcome) {
  const found = risks.find((risk) => risk.outcome === outcome);
  if (found?.status !== 'risk') throw new Error(`no risk of ${outcome}, but ${found?.status}`);
  return found;
}

test('before the first model an outcome is not ready; who has it already has it, with the day', async () => {
  const { risks } = await review(1);
  expect(risks).toEqual([
    { status: 'notReady', outcome: 'diabetes' },
    { status: 'alreadyHas', outcome: 'hypertension', sinceDay: -700 },
    { status: 'notReady', outcome: 'cardiovascular' },
  ]);
});

test('a member of the cohort is scored by the model of their fold, anyone else by the final one', async () => {
  await ready('cardiovascular');
  const member = riskIn((await review(1)).risks, 'cardiovascular');
  expect(member.outOfFold).toBe(true);
  // 0.05 × (60 − 50) × 1.3: the third fold's weight of age.
  expect(member.contributions.find(({ feature }) => feature === 'ageYears')?.logOdds).toBeCloseTo(0.65, 10);
  const other = riskIn((await review(2)).risks, 'cardiovascular');
  expect(other.outOfFold).toBe(false);
  expect(other.contributions.find(({ feature }) => feature === 'ageYears')?.logOdds).toBeCloseTo(0.45, 10);
});

test('the patient page shows the number that the worklist shows', async () => {
  await ready('diabetes', 'cardiovascular');
  for (const outcome of ['diabetes', 'cardiovascular'] as const) {
    const stored = (await store.risks(1)).find((risk) => risk.outcome === outcome);
    const shown = riskIn((await review(1)).risks, outcome);
    expect(stored).toMatchObject({ probability: shown.probability, band: shown.band, fold: 3 });
  }
});

test('contributions come largest first, with the value and its age, and add up to the log-odds', async () => {
  await ready('cardiovascular');
  const risk = riskIn((await review(1)).risks, 'cardiovascular');
  const sizes = risk.contributions.map(({ logOdds }) => Math.abs(logOdds));
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  const sum = risk.contributions.reduce((total, { logOdds }) => total + logOdds, risk.baselineLogOdds);
  expect(sum + risk.residual).toBeCloseTo(risk.logOdds, 10);
  const named = new Map(risk.contributions.map((part) => [part.feature, part]));
  expect(named.get('sbpMmHg')).toMatchObject({ value: 152, daysOld: 12 });
  expect(named.get('sbpCount')).toMatchObject({ value: 2, daysOld: null });
  expect(named.get('ageYears')).toMatchObject({ value: 60, daysOld: null });
  expect(named.get('fib4')).toMatchObject({ value: null, daysOld: null });
  expect(risk.calibration).toEqual({ slope: 1.1, intercept: 0.2 });
});

test('values outside the middle 98 % are named; missing ones and flags are not', async () => {
  await ready('cardiovascular');
  const { outsideRange } = riskIn((await review(1)).risks, 'cardiovascular');
  // Counts of 0 lie below the card's 1, weight and height within or above its 150.
  expect(outsideRange).toEqual(['heightCm', 'hdlMgDl', 'sbpMmHg', 'smokeCount', 'fib4Count']);
});

test('the page stands at day 0: what came later is kept apart', async () => {
  const { observations, diagnoses, later } = await review(1);
  expect(observations.map(({ day }) => day)).toEqual([-40, -12, -3]);
  expect(diagnoses.map(({ code }) => code)).toEqual(['hypertension', 'dyslipidemia']);
  expect(later.observations).toEqual([{ personId: 1, day: 20, test: 'sbp', value: 190 }]);
  expect(later.diagnoses).toEqual([{ personId: 1, day: 300, code: 'diabetes' }]);
});

test('changing nothing, or a value to what it is, gives the very same risks', async () => {
  await ready('diabetes', 'hypertension', 'cardiovascular');
  const { risks } = await review(1);
  expect(unwrap(await service.whatIf(1, {}))).toEqual(risks);
  expect(unwrap(await service.whatIf(1, { sbpMmHg: 152, weightKg: 90, hdlMgDl: 180 }))).toEqual(risks);
});

test('a changed value is scored by the same fold, loses its age, and leaves an outcome that is there as it is', async () => {
  await ready('diabetes', 'hypertension', 'cardiovascular');
  const before = riskIn((await review(1)).risks, 'cardiovascular');
  const risks = unwrap(await service.whatIf(1, { sbpMmHg: 132 }));
  const after = riskIn(risks, 'cardiovascular');
  expect(after.logOdds - before.logOdds).toBeCloseTo(-20 * 0.02 * 1.3, 10);
  const sbp = after.contributions.find(({ feature }) => feature === 'sbpMmHg');
  expect(sbp).toMatchObject({ value: 132, daysOld: null });
  expect(risks).toContainEqual({ status: 'alreadyHas', outcome: 'hypertension', sinceDay: -700 });
});

test('weight and height take the body mass index along, and a first value counts as a measurement', async () => {
  await ready('cardiovascular');
  const values = async (personId: number, changes: Record<string, number>) => {
    const risk = riskIn(unwrap(await service.whatIf(personId, changes)), 'cardiovascular');
    return Object.fromEntries(risk.contributions.map(({ feature, value }) => [feature, value]));
  };
  expect((await values(1, { weightKg: 81 })).bmi).toBeCloseTo(25, 10);
  expect((await values(2, { weightKg: 81 })).bmi).toBeNull();
  expect((await values(2, { weightKg: 81, heightCm: 180 })).bmi).toBeCloseTo(25, 10);
  expect(await values(2, { smoker: 1 })).toMatchObject({ smoker: 1, smokeCount: 1 });
  expect(await values(1, { sbpMmHg: 120 })).toMatchObject({ sbpMmHg: 120, sbpCount: 2 });
});

const refused: readonly {
  readonly changes: Readonly<Record<string, number>>;
  readonly error: Readonly<Record<string, string | number>>;
}[] = [
  {
    changes: { sbpMmHg: 69 },
    error: { code: 'valueOutOfRange', feature: 'sbpMmHg', minimum: 70, maximum: 250 },
  },
  { changes: { sbpMmHg: Number.NaN }, error: { code: 'valueOutOfRange', feature: 'sbpMmHg' } },
  {
    changes: { hdlMgDl: 151 },
    error: { code: 'valueOutOfRange', feature: 'hdlMgDl', minimum: 10, maximum: 150 },
  },
  { changes: { smoker: 0.5 }, error: { code: 'valueOutOfRange', feature: 'smoker' } },
  { changes: { ageYears: 40 }, error: { code: 'notChangeable', feature: 'ageYears' } },
  { changes: { bmi: 25 }, error: { code: 'notChangeable', feature: 'bmi' } },
  { changes: { __proto__x: 1 }, error: { code: 'notChangeable', feature: '__proto__x' } },
];

test.each(refused)('$changes is refused with $error.code', async ({ changes, error }) => {
  expect(await service.whatIf(1, changes)).toMatchObject({ ok: false, error: { ...error, status: 422 } });
});

test('the panel offers what may be changed, with the person’s values and the bounds', async () => {
  const { inputs } = await review(1);
  expect(inputs.map(({ feature, value }) => [feature, value])).toEqual([
    ['weightKg', 90],
    ['heightCm', 180],
    ['hdlMgDl', 180],
    ['sbpMmHg', 152],
    ['smoker', null],
  ]);
  expect(inputs[3]).toEqual({
    feature: 'sbpMmHg',
    unit: 'mmHg',
    value: 152,
    minimum: 70,
    maximum: 250,
    step: 1,
  });
});

test('nobody by that number is an answer, not an accident', async () => {
  for (const personId of [3, -1, 1.5, Number.NaN, 2 ** 40]) {
    const expected = { ok: false, error: { code: 'unknownPatient', status: 404, personId } };
    expect(await service.patient(personId)).toEqual(expected);
    expect(await service.whatIf(personId, {})).toEqual(expected);
  }
});

test('the card is the champion’s; before there is one the model is not ready', async () => {
  expect(await service.card('diabetes')).toEqual({
    ok: false,
    error: { code: 'modelNotReady', status: 503, outcome: 'diabetes' },
  });
  await ready('diabetes');
  expect(unwrap(await service.card('diabetes')).outcome).toBe('diabetes');
});

test('everyone gets a row: the strongest reasons beside a risk, no risk where the outcome is there', async () => {
  await ready('hypertension');
  expect(store.registered[0]?.risks).toMatchObject([
    { personId: 1, status: 'alreadyHas' },
    { personId: 2, status: 'risk', fold: null, raisedBy: ['ageYears'], abstains: { reason: 'outsideRange' } },
  ]);
});
