/** A model that failed while it ran, said for people. */
import { SessionError } from './errors.ts';

/** What an operator threw while a model ran. */
export function explainFailure(thrown: unknown): SessionError {
  const memory = memoryFault(thrown);
  if (memory) return new SessionError('outOfMemory', `The model ran out of memory: ${memory}`);
  return new SessionError('failed', `The model failed while it ran: ${reason(thrown)}`);
}

/** A sentence where memory was refused, by the system or by the bound of a device; null for every other cause. */
export function memoryFault(thrown: unknown): string | null {
  const message = reason(thrown);
  if (
    !/Failed to allocate memory|bad_alloc|bad allocation|out of memory|allocation failed|smaller than requested/i.test(
      message,
    )
  ) {
    return null;
  }
  const [, operator, node] = /while running (\S+) node\. Name:'([^']*)'/.exec(message) ?? [];
  const bytes = /(?:buffer of size|requested bytes of) (\d+)/.exec(message)?.[1];
  const who = operator ? `${operator}${node ? ` (node ${node})` : ''}` : 'it';
  const size = bytes
    ? `${(Number(bytes) / 1e9).toLocaleString('en', { maximumSignificantDigits: 3 })} GB`
    : 'more than there is';
  return `${who} asked for ${size}. Compute fewer rows at once, or take a smaller model.`;
}

/** What was thrown, in its own words. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
