/** The tensor engine's door: models are written in TensorFlow.js, traced to ONNX, and run by ONNX Runtime. */

export type { TrainingStep } from './compiled-step.ts';
export {
  type DeviceReport,
  type DeviceState,
  deviceReport,
  surveyBackends,
  surveyProviders,
} from './device.ts';
export { type GpuBackend, gpuLibrary, gpuPackageFolder, openGpuBackend } from './devices/gpu-backend.ts';
export { type DeviceChoice, type DeviceSetting, deviceInUse, useDevice } from './devices/provider.ts';
export { DivergedError } from './divergence.ts';
export { DeviceError, SessionError, TraceError } from './errors.ts';
export { type CategoryInput, type ExportInput, type ExportOptions, exportGraph } from './export.ts';
export type { Dtype, HostData, HostTensor, StringTensor, TensorSpec } from './host.ts';
export { AdamW } from './optimizers/adam-w.ts';
export { passNames } from './passes/index.ts';
export { dropout, random } from './random/draws.ts';
export { openSession, type Session, type SessionOptions } from './session.ts';
export { compileTrainingStep, type TrainingStepOptions } from './step.ts';
export { tf } from './tf.ts';
export { treeLogOdds, treeMemberLogOdds } from './trees/log-odds.ts';
