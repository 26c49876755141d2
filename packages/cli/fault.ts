/** What can be wrong with the machine or the settings: said in one sentence, with the way to mend it. */
import { z } from 'zod';
import { mends } from './mends.ts';

/** Exit codes follow sysexits.h, so that a script can tell the causes apart. Codes of other packages are among them. */
const exitCodes: Readonly<Record<string, number>> = {
  usage: 64,
  accountRefused: 65,
  cohortDiffers: 65,
  dataDamaged: 65,
  dataDiffers: 65,
  columnMissing: 65,
  columnRepeated: 65,
  fieldInvalid: 65,
  fileEmpty: 65,
  gzipDamaged: 65,
  notACopy: 65,
  personRepeated: 65,
  personUnknown: 65,
  rowMalformed: 65,
  valueImpossible: 65,
  artifactDamaged: 65,
  cardInvalid: 65,
  modelForeign: 65,
  cellsInvalid: 65,
  daysMissing: 65,
  noFrauds: 65,
  encodingInvalid: 65,
  formatUnknown: 65,
  headerMissing: 65,
  parquetDamaged: 65,
  rowsRagged: 65,
  linesIncomplete: 65,
  lengthsDiffer: 65,
  layoutsDiffer: 65,
  oneAnswer: 65,
  schemaInvalid: 65,
  dataInconsistent: 65,
  featuresMismatch: 65,
  idMissing: 65,
  idRepeated: 65,
  noFeatures: 65,
  noRun: 65,
  noRows: 65,
  positiveUnknown: 65,
  roleRepeated: 64,
  targetInvalid: 65,
  targetMissing: 65,
  targetOneClass: 65,
  timeInvalid: 65,
  timeMissing: 65,
  weightInvalid: 65,
  nothingVaries: 65,
  timesTooShort: 65,
  boundsInvalid: 65,
  budgetUnreachable: 65,
  tooFewOfAClass: 65,
  valueInvalid: 65,
  importAnswer: 65,
  importHasSeenRows: 65,
  importInputs: 65,
  importOutputs: 65,
  importOwn: 65,
  importUnreadable: 65,
  notExplained: 65,
  predictionInvalid: 65,
  rowsDiffer: 65,
  targetsDiffer: 65,
  artifactMissing: 66,
  fileMissing: 66,
  fileUnreadable: 66,
  databaseUnreachable: 69,
  downloadFailed: 69,
  gpuPlatformUnsupported: 69,
  databaseMissing: 69,
  databaseTooOld: 69,
  serverWouldNotStart: 69,
  buildFailed: 70,
  webFailed: 70,
  workerFailed: 70,
  gpuPackageMissing: 72,
  nativeBinaryMissing: 72,
  nativeBinaryUnusable: 72,
  binariesMissing: 72,
  binariesUnusable: 72,
  diskFull: 73,
  outputNotEmpty: 73,
  outputUnwritable: 73,
  alreadyRunning: 75,
  dataLocked: 75,
  portInUse: 75,
  portUnavailable: 75,
  accountMissing: 77,
  databaseRefused: 77,
  homeUnusable: 77,
  homeUnwritable: 77,
  portRefused: 77,
  dataVersion: 78,
  deviceUnavailable: 78,
  databaseUrlInvalid: 78,
  settingInvalid: 78,
};

/** 70: something that was not foreseen. */
export const exitCode = (code: string): number => exitCodes[code] ?? 70;

export interface Fault {
  readonly code: string;
  /** What is wrong, with its place: a path, a port, a variable. */
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
}

/** The answer of a check: what was found, or what is wrong. */
export type Finding =
  | { readonly ok: true; readonly detail: string }
  | { readonly ok: false; readonly fault: Fault };

export const found = (detail: string): Finding => ({ ok: true, detail });

export const wrong = (code: string, message: string, mend: string): Finding => ({
  ok: false,
  fault: { code, message, mend },
});

/** Carries a fault to the top of the command, where nothing can go on. */
export class FaultError extends Error {
  readonly code: string;
  readonly mend: string;
  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'FaultError';
    this.code = fault.code;
    this.mend = fault.mend;
  }
}

/** Throws what a check found wrong. */
export function ensure(finding: Finding): string {
  if (!finding.ok) throw new FaultError(finding.fault);
  return finding.detail;
}

const selfExplaining = z.object({ code: z.string(), message: z.string(), mend: z.string() });

/** An error of any package that says how to mend itself or whose mend is known here, null for every other. */
export function faultOf(error: unknown): Fault | null {
  if (!(error instanceof Error)) return null;
  const { message } = error;
  const parsed = selfExplaining.safeParse({ mend: mends[systemCode(error)], ...error, message });
  return parsed.success ? parsed.data : null;
}

/**
 * What the engine found wrong with a table, as an exception.
 *
 * @param own what to do about it where the command lacks what the usual words name, by code
 */
export function engineFault(
  { code, message }: { readonly code: string; readonly message: string },
  own: Readonly<Record<string, string>> = {},
): FaultError {
  return new FaultError({ code, message, mend: own[code] ?? mends[code] ?? 'See docs/command-line.md.' });
}

/** The system's code of an error (`EACCES`, `ENOENT`), empty where it has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The sentence of anything thrown. An AggregateError (every address of a host failed) speaks through its first. */
export function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0]);
  if (error instanceof Error) return error.message || systemCode(error) || error.name;
  // The queue hands on what its workers threw as a plain object.
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
