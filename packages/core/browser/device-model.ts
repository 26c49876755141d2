/** A model that runs in the reader's browser: rows never leave it. */

import { type MeasureFamiliarity, readFamiliarity } from '../familiarity/familiarity.ts';
import type { Score } from '../registry/contract.ts';
import { type ScoringCard, scoreRows } from '../registry/score-rows.ts';
import type { FeatureRow } from '../table/matrix.ts';
import type { HostTensor, StringTensor } from '../tensor/host.ts';
import { checkHash, download, type OnBytes } from './download.ts';
import { DeviceModelError } from './errors.ts';
import { answer, type Request } from './messages.ts';

export interface DeviceModel {
  /** @throws ScoringError for a row that does not fit the card, DeviceModelError where the runtime refuses. */
  score(row: FeatureRow): Promise<Score>;
  /** Ends the thread; what still waits is rejected. */
  release(): void;
}

/** A file of the server and its hash. */
export interface OfferedFile {
  readonly address: string;
  readonly sha256: string;
}

/** ONNX Runtime as WebAssembly, from the product's own server. */
const runtimeAddress = () => new URL('onnxruntime-web/ort-wasm-simd-threaded.wasm', import.meta.url);

/** @throws DeviceModelError, and what `signal` aborts with. */
export function loadRuntime(onBytes: OnBytes, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof WebAssembly !== 'object' || typeof Worker !== 'function') {
    throw new DeviceModelError('noWebAssembly', 'This browser runs no WebAssembly.');
  }
  return download(runtimeAddress(), onBytes, signal);
}

/**
 * Loads a model, checks that it is the one that the card belongs to, and opens it.
 *
 * @param address where the model's file is
 * @param sha256 of that file
 * @param familiarity the file by which a row unlike the training rows is told, null where the model has none
 * @throws DeviceModelError, and what `signal` aborts with
 */
export async function openDeviceModel(
  runtime: Uint8Array<ArrayBuffer>,
  {
    address,
    sha256,
    familiarity,
    card,
  }: OfferedFile & { readonly familiarity: OfferedFile | null; readonly card: ScoringCard },
  onBytes: OnBytes,
  signal: AbortSignal,
): Promise<DeviceModel> {
  const model = await download(address, onBytes, signal);
  await checkHash(model, sha256);
  const measure = familiarity === null ? null : await loadFamiliarity(familiarity, card, signal);
  const thread = new ModelThread();
  const stop = () => thread.end(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await thread.open(runtime, model);
  } catch (error) {
    thread.end(error);
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  return {
    async score(row) {
      const [score] = await scoreRows(thread, card, [row], null, { familiarity: measure });
      if (!score) throw new DeviceModelError('failed', 'The model gave no score.');
      return score;
    },
    release: () => thread.end(new DeviceModelError('failed', 'The model was closed.')),
  };
}

async function loadFamiliarity(
  { address, sha256 }: OfferedFile,
  { features }: ScoringCard,
  signal: AbortSignal,
): Promise<MeasureFamiliarity> {
  const content = await download(address, () => {}, signal);
  await checkHash(content, sha256);
  return readFamiliarity(
    content,
    features.map(({ name }) => name),
  );
}

type Outputs = Readonly<Record<string, HostTensor>>;

class ModelThread {
  readonly #worker = new Worker(new URL('./model-thread.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number | null, PromiseWithResolvers<Outputs>>();
  #asked = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }) => this.#receive(data));
    this.#worker.addEventListener('error', ({ message }) =>
      this.end(new DeviceModelError('failed', message || 'The thread could not be started.')),
    );
  }

  async open(runtime: Uint8Array<ArrayBuffer>, model: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#ask(null, { kind: 'open', runtime, model }, [model.buffer]);
  }

  run(inputs: Record<string, HostTensor | StringTensor>): Promise<Outputs> {
    const id = this.#asked++;
    const columns: Extract<Request, { kind: 'run' }>['inputs'] = {};
    for (const [name, input] of Object.entries(inputs)) {
      const shape = [...input.shape];
      columns[name] =
        input.dtype === 'string'
          ? { shape, dtype: input.dtype, data: [...input.data] }
          : { shape, dtype: 'float32', data: Float32Array.from(input.data) };
    }
    return this.#ask(id, { kind: 'run', id, inputs: columns });
  }

  end(reason: unknown): void {
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }

  #ask(id: number | null, message: Request, given: Transferable[] = []): Promise<Outputs> {
    const question = Promise.withResolvers<Outputs>();
    this.#waiting.set(id, question);
    this.#worker.postMessage(message, given);
    return question.promise;
  }

  #receive(data: unknown): void {
    const told = answer.parse(data);
    const id = told.kind === 'opened' ? null : told.id;
    const question = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (told.kind === 'failed') question?.reject(new DeviceModelError(told.code, told.message));
    else question?.resolve(told.kind === 'ran' ? told.outputs : {});
  }
}
