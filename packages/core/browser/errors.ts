/** What can go wrong where a model runs in a browser. */

export type DeviceModelErrorCode =
  /** The browser has no WebAssembly, or a policy forbids it. */
  | 'noWebAssembly'
  /** The page came over plain HTTP from another machine: such a page may not check what it loaded. */
  | 'notSecure'
  /** The server did not answer, or the connection broke. */
  | 'unreachable'
  /** The session ended. */
  | 'signedOut'
  /** The server has no such file. */
  | 'missing'
  /** The bytes are not those that the card names. */
  | 'damaged'
  /** The runtime refused the model or the numbers. */
  | 'failed';

export class DeviceModelError extends Error {
  readonly code: DeviceModelErrorCode;

  constructor(code: DeviceModelErrorCode, message: string) {
    super(message);
    this.name = 'DeviceModelError';
    this.code = code;
  }
}
