/** From a person's history to the model's inputs. Only what is known at day 0 enters: see features.test.ts. */
import type { DiagnosisCode, ObservationTest, Outcome, PersonHistory } from '../data/records.ts';
import { type DiagnosisFeatures, type DiagnosisInputs, featuresFor } from './definitions.ts';

/** A test up to day 0: its last value, the day of that value, and how often it was measured. */
export interface LastMeasurement {
  readonly value: number | null;
  readonly day: number | null;
  readonly count: number;
}

/** The inputs of every model for one person, as known at the end of day 0. */
export function featuresOf(history: PersonHistory): DiagnosisFeatures {
  const { person } = history;
  const hdl = lastMeasurement(history, 'hdl');
  const sbp = lastMeasurement(history, 'sbp');
  const smoke = lastMeasurement(history, 'smoke');
  const fib4 = lastMeasurement(history, 'fib4');
  const known = knownDiagnoses(history);
  const prior = (code: DiagnosisCode) => (known.has(code) ? 1 : 0);
  return {
    ageYears: person.ageYears,
    male: person.male ? 1 : 0,
    weightKg: person.weightKg,
    heightCm: person.heightCm,
    bmi: person.bmi,
    hdlMgDl: hdl.value,
    hdlCount: hdl.count,
    sbpMmHg: sbp.value,
    sbpCount: sbp.count,
    smoker: smoke.value,
    smokeCount: smoke.count,
    fib4: fib4.value,
    fib4Count: fib4.count,
    priorNafld: prior('nafld'),
    priorHypertension: prior('hypertension'),
    priorDiabetes: prior('diabetes'),
    priorDyslipidemia: prior('dyslipidemia'),
    priorMyocardialInfarction: prior('myocardialInfarction'),
    priorAngina: prior('angina'),
    priorHeartFailure: prior('heartFailure'),
    priorStroke: prior('stroke'),
    priorAtrialFibrillation: prior('atrialFibrillation'),
    priorCardiacArrest: prior('cardiacArrest'),
  };
}

/** What the outcome's model takes of a person's features. */
export function modelInputs(outcome: Outcome, known: DiagnosisFeatures): DiagnosisInputs {
  return Object.fromEntries(featuresFor(outcome).map(({ name }) => [name, known[name]]));
}

/**
 * The last valid value of a test at or before day 0. Several values on that day become one by `dayValue`, so that
 * the order of the records never matters. Missing values are not measurements.
 */
export function lastMeasurement(history: PersonHistory, test: ObservationTest): LastMeasurement {
  let day: number | null = null;
  let count = 0;
  let values: number[] = [];
  for (const observation of history.observations) {
    if (observation.test !== test || observation.value === null || !isKnown(observation)) continue;
    count += 1;
    if (day === null || observation.day > day) {
      day = observation.day;
      values = [observation.value];
    } else if (observation.day === day) {
      values.push(observation.value);
    }
  }
  return { value: dayValue(values), day, count };
}

/** The diagnoses that stand at day 0. */
function knownDiagnoses(history: PersonHistory): ReadonlySet<DiagnosisCode> {
  const known = new Set<DiagnosisCode>();
  for (const diagnosis of history.diagnoses) if (isKnown(diagnosis)) known.add(diagnosis.code);
  return known;
}

/** Whether a record belongs to what is known at the end of day 0. */
export function isKnown(record: { readonly day: number }): boolean {
  return record.day <= 0;
}

/** The upper median: a value that was really measured, whatever the order; of smoke 0 and 1 it takes 1. */
function dayValue(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
