/** A small made-up cohort for tests: the same for the same seed. */

import type { Abstention, CohortFiles, RiskBand, StoredRisk } from '../queries/diagnosis-records.ts';
import { diagnosisCodes, observationTests, type outcomes } from '../schema/diagnosis.ts';

/** Mulberry32 (Tommy Ettinger, public domain): numbers from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** People in falling order of id, rows of one person apart from each other: nothing may depend on tidy input. */
export function madeUpCohort(people: number, seed = 1): CohortFiles {
  const next = numbers(seed);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly [T, ...T[]]): T => list[whole(0, list.length - 1)] ?? list[0];
  const ids = Array.from({ length: people }, (_, index) => 3 * (people - index));
  const anyone = () => ids[whole(0, ids.length - 1)] ?? 0;
  return {
    people: ids.map((id) => ({
      id,
      // Few ages, so that ties are common.
      ageYears: whole(30, 40),
      male: next() < 0.5,
      weightKg: next() < 0.2 ? null : 50 + 50 * next(),
      heightCm: next() < 0.2 ? null : 150 + 50 * next(),
      bmi: next() < 0.3 ? null : 18 + 20 * next(),
      caseId: next() < 0.1 ? null : id + 1,
      followUpDays: whole(1, 6000),
      died: next() < 0.1,
    })),
    observations: Array.from({ length: people * 5 }, () => ({
      personId: anyone(),
      day: whole(-500, 500),
      test: pick(observationTests),
      value: next() < 0.1 ? null : next() * 100,
    })),
    diagnoses: Array.from({ length: people * 3 }, () => ({
      personId: anyone(),
      day: whole(-3, 3),
      code: pick(diagnosisCodes),
    })),
    sources: ['people.csv', 'observations.csv'].map((file, index) => ({
      file,
      sha256: String((seed + index) % 10).repeat(64),
      rows: people,
      skipped: { impossible: index },
    })),
  };
}

const abstentions: readonly Abstention[] = [
  { reason: 'unlikeTraining', unusual: ['bmi', 'a "quoted", {odd} name'] },
  { reason: 'nothingMeasured', unusual: [] },
];

/** Most people scored, some with the outcome already, some not at all; many equal probabilities. */
export function madeUpRisks(
  files: CohortFiles,
  outcome: (typeof outcomes)[number],
  artifact: string,
  seed = 1,
): StoredRisk[] {
  const next = numbers(seed);
  return files.people.flatMap(({ id: personId }): StoredRisk[] => {
    const fate = next();
    if (fate < 0.1) return [];
    if (fate < 0.3) return [{ personId, outcome, artifact, status: 'alreadyHas' }];
    const probability = Math.floor(next() * 20) / 40;
    const band: RiskBand =
      probability < 0.05 ? 'low' : probability < 0.1 ? 'moderate' : probability < 0.2 ? 'high' : 'veryHigh';
    const fold = next() < 0.2 ? null : Math.floor(next() * 5);
    const raisedBy = next() < 0.3 ? [] : ['bmi', 'a "quoted", {odd} name'];
    return [
      {
        personId,
        outcome,
        artifact,
        status: 'risk',
        probability,
        lower: probability / 2,
        upper: (1 + probability) / 2,
        band,
        fold,
        raisedBy,
        abstains: next() < 0.9 ? null : (abstentions[personId % 2] ?? null),
      },
    ];
  });
}
