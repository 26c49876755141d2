/** What can go wrong in the engine, and where in the caller's model it went wrong. */
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export type TraceErrorCode =
  /** No lowering is known for a kernel. */
  | 'unknownKernel'
  /** A kernel is known, but not with these attributes or element types. */
  | 'unsupported'
  /** The model asked for the numbers of a tensor that has none while it is traced. */
  | 'valueRead'
  /** Two traces of the same function differ. */
  | 'notDeterministic'
  /** Something other than a shape depends on the number of rows. */
  | 'batchDependent'
  /** The function's inputs, outputs or variables are not usable. */
  | 'signature';

/** A model that cannot be turned into a graph: `message` says why and what to use instead. */
export class TraceError extends Error {
  readonly code: TraceErrorCode;
  /** The tfjs kernel, where one is to blame. */
  readonly kernel: string | null;
  /** `file:line:column` of the model that called it, where known. */
  readonly place: string | null;

  constructor(code: TraceErrorCode, message: string, where: { kernel?: string; place?: string | null } = {}) {
    super(where.place ? `${message} (at ${where.place})` : message);
    this.name = 'TraceError';
    this.code = code;
    this.kernel = where.kernel ?? null;
    this.place = where.place ?? null;
  }
}

/** Numbers that do not fit the session or step they were given to, or a session that is not usable any more. */
export class SessionError extends Error {
  readonly code:
    | 'inputMismatch'
    | 'stateMismatch'
    | 'failed'
    | 'notTensor'
    | 'released'
    | 'busy'
    /** The file is missing, empty, cut off, damaged or no ONNX file. */
    | 'unreadableModel'
    /** A whole ONNX file that this runtime is too old for. */
    | 'versionTooNew'
    /** A whole ONNX file with operators that this runtime does not have. */
    | 'unknownOperator'
    | 'outOfMemory';

  constructor(code: SessionError['code'], message: string) {
    super(message);
    this.name = 'SessionError';
    this.code = code;
  }
}

/** The device that was asked for by name does not work on this machine. */
export class DeviceError extends Error {
  readonly code = 'deviceUnavailable';
  /** What to do about it. */
  readonly mend: string;

  constructor(message: string, mend: string) {
    super(message);
    this.name = 'DeviceError';
    this.mend = mend;
  }
}

const engineFolder = `${dirname(fileURLToPath(import.meta.url))}${sep}`;

/** The first frame of a stack that is neither tfjs nor the engine: the line of the model. */
export function modelPlace(stack: string | undefined): string | null {
  for (const line of (stack ?? '').split('\n').slice(1)) {
    const frame = /\(?((?:file:\/\/)?\/?[^()\s]+:\d+:\d+)\)?$/.exec(line.trim())?.[1]?.replace('file://', '');
    if (!frame || frame.startsWith('node:') || frame.includes('/node_modules/')) continue;
    if (frame.startsWith(engineFolder) && !/\.test\.ts:/.test(frame)) continue;
    return frame;
  }
  return null;
}
