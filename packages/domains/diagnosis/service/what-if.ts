/** Changed values: which may be changed, within which bounds, and what follows from them. */
import { type DiagnosisFeature, type DiagnosisFeatures, features } from '../features/definitions.ts';
import { bodyMassIndex, countOf } from '../features/entry.ts';
import type { ChangeableInput, Result } from './contract.ts';

/** What the panel offers, with the person's own values. */
export function changeableInputs(known: DiagnosisFeatures): ChangeableInput[] {
  return features.flatMap(({ name, unit, changeable }) =>
    changeable === null ? [] : [{ feature: name, unit, value: known[name], ...changeable }],
  );
}

/**
 * The features with `changes` applied; what follows from a change follows along: the body mass index from weight and
 * height, and a first value of a test counts as one measurement. A value that is the person's own is no change.
 */
export function applyChanges(
  known: DiagnosisFeatures,
  changes: Readonly<Record<string, number>>,
): Result<DiagnosisFeatures> {
  const changed = { ...known };
  for (const [name, value] of Object.entries(changes)) {
    const feature = features.find((candidate) => candidate.name === name);
    if (feature === undefined || feature.changeable === null) {
      return { ok: false, error: { code: 'notChangeable', status: 422, feature: name } };
    }
    if (value === known[feature.name]) continue;
    if (!isWithin(feature, value)) {
      const { minimum, maximum } = feature.changeable;
      return { ok: false, error: { code: 'valueOutOfRange', status: 422, feature: name, minimum, maximum } };
    }
    changed[feature.name] = value;
  }
  if (changed.weightKg !== known.weightKg || changed.heightCm !== known.heightCm) {
    changed.bmi = bodyMassIndex(changed.weightKg, changed.heightCm);
  }
  for (const name of ['hdlMgDl', 'sbpMmHg', 'smoker'] as const) {
    if (known[name] === null && changed[name] !== null) changed[countOf[name]] = 1;
  }
  return { ok: true, value: changed };
}

function isWithin({ kind, changeable }: DiagnosisFeature, value: number): boolean {
  if (changeable === null) return false;
  if (kind === 'flag') return value === 0 || value === 1;
  return value >= changeable.minimum && value <= changeable.maximum;
}
