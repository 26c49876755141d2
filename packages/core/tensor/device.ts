/** What computes here: for the doctor's report and for the model card. */
import { runtimeVersion } from './session.ts';
import { tf } from './tf.ts';

/** Releases as the parts call themselves; `threads` is how many share one operator unless a caller asks for more. */
export interface DeviceReport {
  readonly node: string;
  readonly onnxruntime: string;
  readonly tensorflow: string;
  readonly provider: 'cpu';
  readonly threads: number;
}

export function deviceReport(): DeviceReport {
  return {
    node: process.versions.node,
    onnxruntime: runtimeVersion,
    tensorflow: tf.version_core,
    provider: 'cpu',
    threads: 1,
  };
}
