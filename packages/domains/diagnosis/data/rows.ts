/** What one row of each source file must look like. Codes of the source become the words of records.ts here. */
import { csvInteger, csvNumber, csvOptionalNumber } from '@praxis/core';
import { z } from 'zod';
import type { DiagnosisCode } from './records.ts';

const zeroOrOne = z.enum(['0', '1'], '0 or 1').transform((text) => text === '1');

export const personRow = z.object({
  id: csvInteger,
  age: csvInteger,
  male: zeroOrOne,
  weight: csvOptionalNumber,
  height: csvOptionalNumber,
  bmi: csvOptionalNumber,
  'case.id': csvOptionalNumber,
  futime: csvInteger,
  status: zeroOrOne,
});

/** `chol` and `dbp` stand in the file but carry nothing of their own: see read.ts. */
const sourceTests = ['hdl', 'chol', 'sbp', 'dbp', 'smoke', 'fib4'] as const;

export const observationRow = z.object({
  id: csvInteger,
  days: csvInteger,
  test: z.enum(sourceTests, `one of ${sourceTests.join(', ')}`),
  value: csvNumber,
});

const sourceEvents = [
  'nafld',
  'htn',
  'diabetes',
  'dyslipidemia',
  'MI',
  'ang/isc',
  'heart failure',
  'stroke',
  'afib',
  'cardiac arrest',
] as const;

const codeOf = {
  nafld: 'nafld',
  htn: 'hypertension',
  diabetes: 'diabetes',
  dyslipidemia: 'dyslipidemia',
  MI: 'myocardialInfarction',
  'ang/isc': 'angina',
  'heart failure': 'heartFailure',
  stroke: 'stroke',
  afib: 'atrialFibrillation',
  'cardiac arrest': 'cardiacArrest',
} as const satisfies Record<(typeof sourceEvents)[number], DiagnosisCode>;

export const eventRow = z.object({
  id: csvInteger,
  days: csvInteger,
  event: z
    .enum(sourceEvents, `one of ${sourceEvents.join(', ')}`)
    .transform((event): DiagnosisCode => codeOf[event]),
});
