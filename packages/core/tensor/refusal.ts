/** A model that ONNX Runtime refuses, said for people: which cause, which place in the model, what to do. */
import { readFile } from 'node:fs/promises';
import { SessionError } from './errors.ts';
import { memoryFault, reason } from './failure.ts';
import {
  type ModelFile,
  type Operator,
  probed,
  probeModel,
  readModelFile,
  type Versions,
} from './model-file.ts';

/** What the explanation asks of the runtime. */
export interface RefusingRuntime {
  /** As the runtime calls itself: `ONNX Runtime 1.30.0`. */
  readonly name: string;
  readonly opens: (model: Uint8Array) => Promise<boolean>;
}

/** Why a model does not open, from its bytes (or file) and what was thrown. */
export async function explainRefusal(
  model: Uint8Array | string,
  thrown: unknown,
  runtime: RefusingRuntime,
): Promise<SessionError> {
  const subject = typeof model === 'string' ? `The model ${model}` : 'The model';
  const refused = (code: SessionError['code'], why: string) =>
    new SessionError(code, `${subject} cannot be opened: ${why}`);
  const memory = memoryFault(thrown);
  if (memory) return refused('outOfMemory', memory);

  const bytes = typeof model === 'string' ? await readFile(model).catch(reason) : model;
  if (typeof bytes === 'string') return refused('unreadableModel', `${bytes}.`);
  if (bytes.length === 0) return refused('unreadableModel', 'the file is empty. Copy it again.');
  const file = readModelFile(bytes);
  if (!file) {
    // Every writer begins with the version of the format: field 1, a whole number.
    const why = bytes[0] === 0x08 ? 'the file is cut off or damaged. Copy it again' : 'it is no ONNX file';
    return refused('unreadableModel', `${why}.`);
  }
  const tooNew = await versionFault(file, runtime);
  if (tooNew) return refused('versionTooNew', tooNew);
  const missing = missingOperators(file, reason(thrown));
  if (missing.length > 0) {
    const list = missing.map(({ domain, type, name }) => {
      const version = file.operatorSets.get(domain);
      return `${domain}:${type}${version === undefined ? '' : ` of operator set ${version}`}${name && ` (node ${name})`}`;
    });
    return refused(
      'unknownOperator',
      `${runtime.name} has no ${list.join(', ')}. Export it with operators of the ONNX standard alone.`,
    );
  }
  return refused(
    'unreadableModel',
    `${sentence(reason(thrown))} The file is damaged, or was written wrongly.`,
  );
}

/** Asks the runtime itself what is the newest that it opens: a table of versions would age. */
async function versionFault(
  { ir, operatorSets }: Versions,
  runtime: RefusingRuntime,
): Promise<string | null> {
  const opens = (versions: Versions) => runtime.opens(probeModel(versions));
  if (!(await opens({ ...probed, ir }))) {
    const newest = await newestOpened(ir, (version) => opens({ ...probed, ir: version }));
    if (newest)
      return `its file format is IR version ${ir}, and ${runtime.name} reads none newer than ${newest}.`;
  }
  for (const [domain, version] of operatorSets) {
    const opensAt = (at: number) =>
      opens({ ...probed, operatorSets: new Map([...probed.operatorSets, [domain, at]]) });
    if (await opensAt(version)) continue;
    const newest = await newestOpened(version, opensAt);
    if (newest) {
      return (
        `it uses operator set ${version} of ${domain}, and ${runtime.name} knows none newer than ${newest}. ` +
        `Export it with operator set ${newest} or older.`
      );
    }
  }
  return null;
}

/** The largest version below `refused` that opens, by halving; null where none does. */
async function newestOpened(
  refused: number,
  opens: (version: number) => Promise<boolean>,
): Promise<number | null> {
  let [known, unknown] = [probedVersion, refused];
  if (unknown <= known || !(await opens(known))) return null;
  while (unknown - known > 1) {
    const middle = Math.floor((known + unknown) / 2);
    if (await opens(middle)) known = middle;
    else unknown = middle;
  }
  return known;
}

/** In every domain and for the file format, something opens at or above this. */
const probedVersion = 3;

/** The operators that the runtime's message names, and the others of the same foreign domain. */
function missingOperators({ operators }: ModelFile, message: string): readonly Operator[] {
  const named =
    /(?:^|[ :])(?:([\w.]+):)?(\w+)\(-?\d+\) is not a registered function/.exec(message) ??
    /No Op registered for ()(\w+)/.exec(message) ??
    /Could not find an implementation for ()(\w+)\(/.exec(message) ??
    /No opset import for domain '([^']*)'()/.exec(message);
  if (!named) return [];
  const [, domain, type] = named;
  const missing = operators.filter((operator) =>
    domain ? operator.domain === domain : operator.type === type,
  );
  return [...new Map(missing.map((operator) => [`${operator.domain}:${operator.type}`, operator])).values()];
}

/** The runtime's own words, without the place in its source. */
function sentence(message: string): string {
  const said = message.replace(/^\S*onnxruntime_src\S* .*?\) (?=[A-Z])/, '').trim();
  return said.endsWith('.') ? said : `${said}.`;
}
