/** Which roles may do what in this version. */
import type { Role } from '@praxis/db';

/** Look at people of the cohort. */
export const seePatients: readonly Role[] = ['clinician'];
/** Follow training runs. */
export const seeTraining: readonly Role[] = ['clinician', 'administrator'];
/** Start and cancel them. */
export const runTraining: readonly Role[] = ['administrator'];

/** Know which model serves, and its challengers. */
export const seeModels: readonly Role[] = ['clinician', 'administrator'];
/** Propose that a challenger serve. */
export const proposeModels: readonly Role[] = ['administrator'];
/** Approve or decline that: those who then work with its scores. */
export const answerProposals: readonly Role[] = ['clinician'];
/** Put the last champion back. */
export const putModelsBack: readonly Role[] = ['clinician', 'administrator'];

export function may(role: Role, allowed: readonly Role[]): boolean {
  return allowed.includes(role);
}

/** Where a role begins. */
export function homeOf(role: Role): '/diagnosis' | '/training' | null {
  if (may(role, seePatients)) return '/diagnosis';
  return may(role, seeTraining) ? '/training' : null;
}
