/** The verticals of this version, in the order in which they stand on the screens: another one is another line. */
import type { VerticalManifest } from '@praxis/core';
import { diagnosis } from '@praxis/diagnosis';
import { fraud } from '@praxis/fraud';
import { practice } from '@praxis/practice/service';

export const verticals: readonly VerticalManifest[] = [diagnosis, fraud, practice];

/** Whether this version has such an outcome of such a vertical. */
export function hasOutcome(
  { vertical, outcome }: { readonly vertical: string; readonly outcome: string },
  among: readonly VerticalManifest[] = verticals,
): boolean {
  return among.some(({ id, outcomes }) => id === vertical && outcomes.includes(outcome));
}
