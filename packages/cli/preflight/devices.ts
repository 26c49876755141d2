/** What can compute on this machine and what does: loaded only where ONNX Runtime is known to load. */
import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import {
  type DeviceSetting,
  type DeviceState,
  deviceReport,
  gpuLibrary,
  gpuPackageFolder,
  surveyBackends,
  surveyProviders,
  useDevice,
} from '@praxis/core';
import { z } from 'zod';
import { type Finding, faultOf, found, wrong } from '../fault.ts';
import { root } from '../settings.ts';
import { checkLoads } from './load.ts';

export function checkProcessor(): Finding {
  const cores = availableParallelism();
  const model = cpus()[0]?.model.trim() || `${process.arch}, of an unknown model`;
  return found(`${model}, ${cores} ${cores === 1 ? 'core' : 'cores'}`);
}

/** Chooses the device for this process, as training does. Faults: deviceUnavailable. */
export async function checkDevice(setting: DeviceSetting): Promise<Finding> {
  try {
    const { provider, why } = await useDevice(setting);
    return found(`${provider.toUpperCase()}: ${why} (PRAXIS_DEVICE=${setting})`);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    return { ok: false, fault };
  }
}

/** What ONNX Runtime could run traced models on. */
export async function checkProviders(): Promise<Finding> {
  return found(sentenceOf(await surveyProviders()));
}

/** What TensorFlow.js could run eager models on. A native library that ends the process is tried in another one first. */
export async function checkBackends(): Promise<Finding> {
  const folder = gpuPackageFolder();
  const library = folder === null ? null : gpuLibrary(folder);
  const loads = library === null ? null : await checkLoads(library);
  if (loads?.ok === false)
    return found(`${release()}; cpu in use; GPU does not load: ${loads.fault.message}`);
  return found(`${release()}; ${sentenceOf(await surveyBackends())}`);
}

const release = (): string => deviceReport().tensorflow;

const states: Readonly<Record<DeviceState['state'], string>> = {
  inUse: 'in use',
  available: 'available',
  missing: 'not available',
  unsupported: 'not used by Praxis',
};

/** `cpu in use; cuda not available: …; webgpu not used by Praxis`. Why one is in use stands in a line of its own. */
function sentenceOf(devices: readonly DeviceState[]): string {
  return devices
    .map(({ name, state, why }) => `${name} ${states[state]}${why && state !== 'inUse' ? `: ${why}` : ''}`)
    .join('; ');
}

const manifest = z.object({ version: z.string() });

/** The runtime that pages load. Faults: browserRuntimeMissing. */
export async function checkBrowserRuntime(modules = path.join(root, 'node_modules')): Promise<Finding> {
  const file = path.join(modules, 'onnxruntime-web', 'package.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    return wrong('browserRuntimeMissing', `${file} is missing.`, 'Run "npm ci" again.');
  }
  return found(`onnxruntime-web ${manifest.parse(JSON.parse(text)).version}`);
}
