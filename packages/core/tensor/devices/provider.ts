/** Which of ONNX Runtime's execution providers computes: asked for by configuration, tried before it is believed. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { InferenceSession, listSupportedBackends } from 'onnxruntime-node';
import { DeviceError } from '../errors.ts';
import { reason } from '../failure.ts';

/** `auto` takes CUDA where it works, else the CPU. */
export type DeviceSetting = 'auto' | 'cpu' | 'cuda';

export type Provider = 'cpu' | 'cuda';

/** What computes, and in one sentence why. */
export interface DeviceChoice {
  readonly provider: Provider;
  readonly why: string;
}

/** What the choice rests on. */
export interface ProviderProbe {
  /** Providers that this build of the runtime knows; whether their libraries are there is another matter. */
  readonly listed: () => readonly string[];
  /** Why CUDA does not work here, null where it does. */
  readonly cudaFault: () => Promise<string | null>;
}

const nativeProbe: ProviderProbe = { listed: listedProviders, cudaFault };

let inUse: DeviceChoice = { provider: 'cpu', why: 'no device was asked for' };

/** What sessions opened from now on compute on; the CPU before the first `useDevice`. */
export function deviceInUse(): DeviceChoice {
  return inUse;
}

/**
 * Chooses for all sessions that this thread opens from now on. Operators that a GPU lacks stay on the CPU.
 *
 * @throws DeviceError where CUDA was asked for by name and does not work: nothing falls back silently.
 */
export async function useDevice(
  setting: DeviceSetting,
  probe: ProviderProbe = nativeProbe,
): Promise<DeviceChoice> {
  inUse = await choose(setting, probe);
  return inUse;
}

async function choose(setting: DeviceSetting, probe: ProviderProbe): Promise<DeviceChoice> {
  if (setting === 'cpu') return { provider: 'cpu', why: 'the CPU was asked for' };
  const fault = probe.listed().includes('cuda')
    ? await probe.cudaFault()
    : 'this build of ONNX Runtime has no CUDA provider';
  if (fault === null) {
    return {
      provider: 'cuda',
      why: setting === 'cuda' ? 'CUDA was asked for, and works' : 'CUDA works here',
    };
  }
  if (setting === 'auto') return { provider: 'cpu', why: `CUDA does not work here: ${fault}` };
  throw new DeviceError(
    `CUDA was asked for, but does not work here: ${fault}.`,
    '"npm run gpu:install" fetches what ONNX Runtime needs; the NVIDIA driver, CUDA 12 and cuDNN 9 are the system\'s. ' +
      'Or let Praxis choose: PRAXIS_DEVICE=auto.',
  );
}

/** Names as the runtime gives them: `cpu`, `cuda`, `webgpu` … */
export function listedProviders(): readonly string[] {
  return listSupportedBackends().map(({ name }) => name);
}

/** The library that npm does not carry: "npm run gpu:install" puts it beside the runtime's binding. */
function cudaLibrary(): string {
  const main = createRequire(import.meta.url).resolve('onnxruntime-node');
  const name =
    process.platform === 'win32' ? 'onnxruntime_providers_cuda.dll' : 'libonnxruntime_providers_cuda.so';
  return path.resolve(main, '../../bin/napi-v6', process.platform, process.arch, name);
}

/** Why CUDA does not work here, from trying it; null where it does. */
export async function cudaFault(): Promise<string | null> {
  const library = cudaLibrary();
  // The runtime would say the same, but also on the console and without the name of the file.
  if (!existsSync(library)) return `${library} is not installed`;
  const { probeModel } = await import('../model-file.ts');
  try {
    const session = await InferenceSession.create(probeModel(), { executionProviders: ['cuda'] });
    await session.release();
    return null;
  } catch (error) {
    return reason(error).trim();
  }
}
