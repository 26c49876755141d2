/** Which roles may do what in this version. */
import type { Role } from '@praxis/db';

/** Look at people of the cohort. */
export const seePatients: readonly Role[] = ['clinician'];
/** Follow training runs. */
export const seeTraining: readonly Role[] = ['clinician', 'administrator'];
/** Start and cancel them. */
export const runTraining: readonly Role[] = ['administrator'];

export function may(role: Role, allowed: readonly Role[]): boolean {
  return allowed.includes(role);
}

/** Where a role begins. */
export function homeOf(role: Role): '/diagnosis' | '/training' | null {
  if (may(role, seePatients)) return '/diagnosis';
  return may(role, seeTraining) ? '/training' : null;
}
