/** The cohort as the table a learner reads, and the subgroups by which its card judges the model. */
import type { LabelledMatrix, Subgroup } from '@praxis/core';
import { type DiagnosisFeatures, featuresFor } from '../features/definitions.ts';
import { featuresOf } from '../features/features.ts';
import type { Cohort } from './cohort.ts';

/** One row a member in the order of the cohort, one column a feature of the outcome's model; NaN is missing. */
export function matrixOf({ outcome, members }: Cohort): LabelledMatrix {
  const features = featuresFor(outcome);
  const values = new Float32Array(members.length * features.length);
  for (const [row, { history }] of members.entries()) {
    const known = featuresOf(history);
    for (const [column, { name }] of features.entries()) {
      values[row * features.length + column] = known[name] ?? Number.NaN;
    }
  }
  return {
    features,
    rows: members.length,
    values,
    labels: Uint8Array.from(members, ({ label }) => label),
    ids: Int32Array.from(members, ({ history }) => history.person.id),
  };
}

/** Groups and their levels are word keys under `diagnosis.subgroups`; every member has one level of each group. */
const groups: readonly { readonly group: string; readonly level: (known: DiagnosisFeatures) => string }[] = [
  { group: 'sex', level: ({ male }) => (male === 1 ? 'male' : 'female') },
  { group: 'age', level: ({ ageYears }) => ageBand(ageYears) },
  { group: 'fattyLiver', level: ({ priorNafld }) => (priorNafld === 1 ? 'known' : 'notKnown') },
];

function ageBand(years: number | null): string {
  if (years === null || years < 45) return 'under45';
  return years < 65 ? 'from45to64' : 'from65';
}

/** The members by sex, age and known fatty-liver disease. */
export function subgroupsOf({ members }: Cohort): Subgroup[] {
  const known = members.map(({ history }, row) => ({ row, features: featuresOf(history) }));
  return groups.flatMap(({ group, level }) => {
    const levels = Map.groupBy(known, ({ features }) => level(features));
    return [...levels].map(([name, rows]) => ({
      group,
      level: name,
      members: Int32Array.from(rows, ({ row }) => row),
    }));
  });
}
