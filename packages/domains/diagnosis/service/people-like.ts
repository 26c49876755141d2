/** Members of a cohort who are most like a person, and what happened to them: counts alone leave this file. */
import { nearestRecords, wilson } from '@praxis/core';
import { type DiagnosisFeatures, featuresFor } from '../features/definitions.ts';
import { modelInputs } from '../features/features.ts';
import type { Cohort } from '../pipeline/cohort.ts';
import { matrixOf } from '../pipeline/matrix.ts';
import type { PeopleLike } from './contract.ts';

/** Enough for a share with an interval, few enough to be alike. */
const most = 100;

/**
 * Prepares the search in a cohort.
 *
 * @returns the most alike other than the person themselves, null where nobody can be compared
 */
export function peopleLike(
  cohort: Cohort,
): (personId: number, known: DiagnosisFeatures) => PeopleLike | null {
  const matrix = matrixOf(cohort);
  const nearest = nearestRecords(matrix);
  const names = featuresFor(cohort.outcome).map(({ name }) => name);
  return (personId, known) => {
    const inputs = modelInputs(cohort.outcome, known);
    const row = Float32Array.from(names, (name) => inputs[name] ?? Number.NaN);
    const found = nearest(row, most, matrix.ids.indexOf(personId));
    if (found.length === 0) return null;
    const members = found.map(({ row: at }) => cohort.members[at]);
    const events = members.reduce((sum, { label }) => sum + label, 0);
    const ages = members.map(({ history }) => history.person.ageYears).sort((a, b) => a - b);
    const at = (share: number) => ages[Math.round(share * (ages.length - 1))];
    return {
      people: members.length,
      events,
      ...wilson(events, members.length),
      female: members.filter(({ history }) => !history.person.male).length,
      ages: { from: at(0.1), to: at(0.9) },
    };
  };
}
