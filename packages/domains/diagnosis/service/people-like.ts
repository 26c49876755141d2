/** Members of a cohort who are most like a person, and what happened to them: counts alone leave this file. */
import { type FeatureMatrix, nearestRecords, wilson } from '@praxis/core';
import { type Outcome, outcomes, type PersonHistory } from '../data/records.ts';
import { type DiagnosisFeatures, featuresFor } from '../features/definitions.ts';
import { modelInputs } from '../features/features.ts';
import { cohort } from '../pipeline/cohort.ts';
import { matrixOf } from '../pipeline/matrix.ts';
import type { PeopleLike } from './contract.ts';

/** Enough for a share with an interval, few enough to be alike. */
const most = 100;

/** The most alike other than the person themselves, null where nobody can be compared. */
export type FindPeopleLike = (personId: number, known: DiagnosisFeatures) => PeopleLike | null;

/**
 * Prepares the search in the cohort of each outcome.
 *
 * @param batches everyone's history, some people at a time: a web server answers others between two of them, and keeps of
 *   a person no more than a row of numbers
 * @returns opens the search of an outcome
 */
export async function peopleLike(
  batches: AsyncIterable<readonly PersonHistory[]>,
): Promise<(outcome: Outcome) => FindPeopleLike> {
  const parts = new Map<Outcome, Members[]>(outcomes.map((outcome) => [outcome, []]));
  for await (const histories of batches) {
    for (const [outcome, members] of parts) members.push(membersOf(outcome, histories));
  }
  return (outcome) => searchIn(outcome, joined(parts.get(outcome) ?? [], featuresFor(outcome).length));
}

/** What is kept of people; shapes [members], `values` [members, features]. */
interface Members {
  readonly values: Float32Array;
  readonly ids: Int32Array;
  readonly labels: Uint8Array;
  readonly ages: Float64Array;
  readonly male: Uint8Array;
}

function membersOf(outcome: Outcome, histories: readonly PersonHistory[]): Members {
  const selected = cohort(outcome, histories);
  const { values, ids, labels } = matrixOf(selected);
  const people = selected.members.map(({ history }) => history.person);
  return {
    values,
    ids,
    labels,
    ages: Float64Array.from(people, ({ ageYears }) => ageYears),
    male: Uint8Array.from(people, ({ male }) => Number(male)),
  };
}

function joined(parts: readonly Members[], width: number): Members {
  const rows = parts.reduce((sum, { ids }) => sum + ids.length, 0);
  const all = {
    values: new Float32Array(rows * width),
    ids: new Int32Array(rows),
    labels: new Uint8Array(rows),
    ages: new Float64Array(rows),
    male: new Uint8Array(rows),
  };
  let row = 0;
  for (const part of parts) {
    all.values.set(part.values, row * width);
    all.ids.set(part.ids, row);
    all.labels.set(part.labels, row);
    all.ages.set(part.ages, row);
    all.male.set(part.male, row);
    row += part.ids.length;
  }
  return all;
}

function searchIn(outcome: Outcome, { values, ids, labels, ages, male }: Members): FindPeopleLike {
  const features = featuresFor(outcome);
  const matrix: FeatureMatrix = { features, rows: ids.length, values };
  const nearest = nearestRecords(matrix);
  return (personId, known) => {
    const inputs = modelInputs(outcome, known);
    const row = Float32Array.from(features, ({ name }) => inputs[name] ?? Number.NaN);
    const found = nearest(row, most, ids.indexOf(personId)).map((record) => record.row);
    if (found.length === 0) return null;
    const total = (of: Uint8Array) => found.reduce((sum, member) => sum + of[member], 0);
    const sorted = found.map((member) => ages[member]).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
    const events = total(labels);
    return {
      people: found.length,
      events,
      ...wilson(events, found.length),
      female: found.length - total(male),
      ages: { from: at(0.1), to: at(0.9) },
    };
  };
}
