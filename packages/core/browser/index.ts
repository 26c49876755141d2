/** The engine's door for browsers: models that run where their reader is. */
export type { ScoringCard } from '../registry/score-rows.ts';
export { type DeviceModel, loadRuntime, type OfferedFile, openDeviceModel } from './device-model.ts';
export type { OnBytes } from './download.ts';
export { DeviceModelError, type DeviceModelErrorCode } from './errors.ts';
