/** Whether contenders compute the same thing: only then their times can be compared. */
import type { Ready } from './schema.ts';

/** Two results agree when they differ by less than this, relative to the expected one. */
const tolerance = 1e-3;

class DisagreementError extends Error {}

/**
 * Compares everybody's first results with those of the first contender, as many as both have.
 * @throws DisagreementError where one differs
 */
export function checkAgreement(
  work: string,
  contenders: readonly { readonly group: string; readonly ready: Ready }[],
): void {
  const [reference] = contenders;
  for (const { group, ready } of contenders) {
    ready.firstResults.forEach((result, step) => {
      const expected = reference.ready.firstResults[step];
      if (expected === undefined || Math.abs(result - expected) <= tolerance * Math.abs(expected)) return;
      throw new DisagreementError(
        `${work}: in step ${step + 1} ${group} (${ready.config}) has ${result}, but ${reference.group} has ${expected}. ` +
          'They do not compute the same thing, so their times cannot be compared.',
      );
    });
  }
}
