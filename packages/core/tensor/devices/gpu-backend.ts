/**
 * TensorFlow.js on an NVIDIA GPU, for models that run eagerly: the optional package `@tensorflow/tfjs-node-gpu`, never
 * imported by name, because most machines do not have it or cannot load it.
 */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import util from 'node:util';
import { mendGradients } from '../gradients.ts';
import { tf } from '../tf.ts';

export const gpuPackage = '@tensorflow/tfjs-node-gpu';
/** The name under which the package registers its backend. */
const backendName = 'tensorflow';

export type GpuBackend =
  | {
      readonly loaded: true;
      /** For `tf.setBackend`. */
      readonly backend: string;
      /** False where TensorFlow found no GPU and computes on the CPU. */
      readonly onGpu: boolean;
    }
  | {
      readonly loaded: false;
      readonly code: 'packageAbsent' | 'libraryAbsent' | 'loadFailed';
      readonly why: string;
    };

/**
 * Makes the GPU backend available under the engine's `tf`. The backend in use stays the one it was: who wants the GPU says
 * `await tf.setBackend(gpu.backend)`, and the same model code computes there.
 *
 * @param folders the `node_modules` folders to look in, nearest first.
 */
export async function openGpuBackend(folders: readonly string[] = searched()): Promise<GpuBackend> {
  const folder = gpuPackageFolder(folders);
  if (folder === null) {
    return { loaded: false, code: 'packageAbsent', why: `the package ${gpuPackage} is not installed` };
  }
  // Looked for first: the package registers its kernels and tfjs' gradients before it finds that it cannot run.
  if (gpuLibrary(folder) === null) {
    const why = `${folder} has no native library; "npm run gpu:install" fetches it`;
    return { loaded: false, code: 'libraryAbsent', why };
  }
  const before = tf.getBackend();
  restoreIsNullOrUndefined();
  try {
    createRequire(import.meta.url)(folder);
    if (tf.findBackend(backendName) === null) throw new Error('it registered no backend');
    return { loaded: true, backend: backendName, onGpu: usesGpu(tf.findBackend(backendName)) };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0].trim() : String(error);
    return { loaded: false, code: 'loadFailed', why: `${folder} does not load: ${why}` };
  } finally {
    // The package brings tfjs' own gradients along and makes itself the backend in use.
    mendGradients(tf);
    await tf.setBackend(before);
  }
}

const searched = (): readonly string[] => createRequire(import.meta.url).resolve.paths(gpuPackage) ?? [];

/** Where the package lies, null where it is not installed. */
export function gpuPackageFolder(folders: readonly string[] = searched()): string | null {
  return folders.map((place) => path.join(place, gpuPackage)).find((place) => existsSync(place)) ?? null;
}

/** The native addon in the package, null where "npm run gpu:install" has not fetched it. */
export function gpuLibrary(folder: string): string | null {
  const library = path.join(folder, 'lib');
  if (!existsSync(library)) return null;
  return (
    readdirSync(library)
      .map((version) => path.join(library, version, 'tfjs_binding.node'))
      .find((file) => existsSync(file)) ?? null
  );
}

/** Node 23 removed `util.isNullOrUndefined`, which the package's 4.22.0 calls in its kernels. */
function restoreIsNullOrUndefined(): void {
  if ('isNullOrUndefined' in util) return;
  Object.assign(util, { isNullOrUndefined: (value: unknown) => value === null || value === undefined });
}

function usesGpu(backend: object): boolean {
  return 'isUsingGpuDevice' in backend && backend.isUsingGpuDevice === true;
}
