/** Errors as values: what a function gives back when failing is one of its ordinary answers. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };
