/** What computes here: for the doctor's report and for the model card. */
import { gpuPackage, openGpuBackend } from './devices/gpu-backend.ts';
import { cudaFault, deviceInUse, listedProviders, type Provider } from './devices/provider.ts';
import { runtimeVersion } from './session.ts';
import { tf } from './tf.ts';

/** Releases as the parts call themselves; `threads` is how many share one operator unless a caller asks for more. */
export interface DeviceReport {
  readonly node: string;
  readonly onnxruntime: string;
  readonly tensorflow: string;
  /** ONNX Runtime's execution provider for the sessions that this thread opens now. */
  readonly provider: Provider;
  readonly threads: number;
}

export function deviceReport(): DeviceReport {
  return {
    node: process.versions.node,
    onnxruntime: runtimeVersion,
    tensorflow: tf.version_core,
    provider: deviceInUse().provider,
    threads: 1,
  };
}

/** One thing that could compute. */
export interface DeviceState {
  readonly name: string;
  /** `unsupported`: the machine may have it, but the engine has no use for it. */
  readonly state: 'inUse' | 'available' | 'missing' | 'unsupported';
  /** Why it is in use, or why not; empty where there is nothing to say. */
  readonly why: string;
}

/** ONNX Runtime's execution providers, for traced models; each that the engine can use is tried. */
export async function surveyProviders(): Promise<readonly DeviceState[]> {
  const chosen = deviceInUse();
  return Promise.all(
    listedProviders().map(async (name): Promise<DeviceState> => {
      if (name === chosen.provider) return { name, state: 'inUse', why: chosen.why };
      if (name !== 'cpu' && name !== 'cuda') return { name, state: 'unsupported', why: '' };
      const fault = name === 'cuda' ? await cudaFault() : null;
      return { name, state: fault === null ? 'available' : 'missing', why: fault ?? '' };
    }),
  );
}

/** TensorFlow.js' backends, for models that run eagerly. Loads the GPU's where it is installed. */
export async function surveyBackends(): Promise<readonly DeviceState[]> {
  const gpu = await openGpuBackend();
  const stateOf = (backend: string) => (tf.getBackend() === backend ? 'inUse' : 'available');
  return [
    { name: 'cpu', state: stateOf('cpu'), why: '' },
    {
      name: gpuPackage,
      state: gpu.loaded ? stateOf(gpu.backend) : 'missing',
      why: !gpu.loaded ? gpu.why : gpu.onGpu ? '' : 'TensorFlow sees no GPU and computes on the CPU',
    },
  ];
}
