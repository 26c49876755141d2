/**
 * Errors on their way between threads. Structured cloning keeps neither the class nor the fields of an error, so both are
 * packed as data and put together again on the other side.
 */

type Field = string | number | boolean | null;

/** An error as data; of its fields, those that hold one simple value. */
export interface ErrorParcel {
  readonly message: string;
  readonly stack: string | null;
  readonly fields: Readonly<Record<string, Field>>;
}

/** Classes by the `name` that their errors carry: the name of a class itself does not survive a minifier. */
export type ErrorClasses = Readonly<Record<string, { readonly prototype: Error }>>;

function isField(value: unknown): value is Field {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Anything that was thrown; what is no error becomes the message of one. */
export function packError(thrown: unknown): ErrorParcel {
  if (!(thrown instanceof Error)) return { message: String(thrown), stack: null, fields: {} };
  const fields: Record<string, Field> = {};
  for (const [name, value] of Object.entries({ ...thrown, name: thrown.name })) {
    if (isField(value)) fields[name] = value;
  }
  return { message: thrown.message, stack: thrown.stack ?? null, fields };
}

/** The error with its class where `classes` knows it, else an Error with the same name and fields. */
export function unpackError({ message, stack, fields }: ErrorParcel, classes: ErrorClasses): Error {
  const error = new Error(message);
  // The line that threw is in the other thread.
  if (stack !== null) error.stack = stack;
  const kind = Object.hasOwn(classes, String(fields.name)) ? classes[String(fields.name)] : undefined;
  if (kind) Object.setPrototypeOf(error, kind.prototype);
  return Object.assign(error, fields);
}
