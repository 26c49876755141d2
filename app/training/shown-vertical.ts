/** Which vertical the training page shows. */
import type { VerticalManifest } from '@praxis/core';
import type { Role } from '@praxis/db';
import { followed } from '../server/permissions.ts';
import { verticals } from '../server/verticals.ts';

/**
 * The vertical of the runs in the address, else the one that the address names, else the first that the role follows.
 * `unknown` where this version has no such vertical, or the runs are of several; `forbidden` where the role does not
 * follow it.
 */
export function shownVertical(
  role: Role,
  ofRuns: readonly string[],
  named: string | undefined,
  among: readonly VerticalManifest[] = verticals,
): VerticalManifest | 'unknown' | 'forbidden' {
  const own = followed(role, among);
  const [asked, ...others] = new Set(ofRuns.length > 0 ? ofRuns : [named ?? own[0]?.id]);
  const found = others.length > 0 ? undefined : among.find(({ id }) => id === asked);
  if (!found) return 'unknown';
  return own.includes(found) ? found : 'forbidden';
}
