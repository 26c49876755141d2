/**
 * Which checks each kind of task is put to. They share no code: two computer-algebra systems of other people, and
 * numbers put in. The two systems cannot agree on every step (nerdamer does not factor, keeps spurious roots and
 * solves no inequality), so each claim needs two checks that say yes and none that says no.
 */
import type { TaskKind } from '../templates/task.ts';
import type { Claim } from './claim.ts';
import { checkByComputeEngine } from './compute-engine.ts';
import { checkByNerdamer } from './nerdamer.ts';
import { checkBySubstitution } from './substitution.ts';
import type { Verdict } from './verdict.ts';

export const checkNames = ['compute-engine', 'nerdamer', 'substitution'] as const;
export type CheckName = (typeof checkNames)[number];

export const checks: Readonly<Record<CheckName, (claim: Claim) => Verdict>> = {
  'compute-engine': checkByComputeEngine,
  nerdamer: checkByNerdamer,
  substitution: checkBySubstitution,
};

interface Checked {
  readonly answer: readonly CheckName[];
  readonly lines: readonly CheckName[];
}

const all: Checked = { answer: checkNames, lines: checkNames };

const withoutNerdamer: readonly CheckName[] = ['compute-engine', 'substitution'];

/** nerdamer takes some 20 ms to solve one equation, so of a solution it sees the task and not every line. */
const solved: Checked = { answer: checkNames, lines: withoutNerdamer };

/** nerdamer 1.5.0 takes the limit of 2(x + 1) at −5 for -4: it leaves the factor outside. */
const limits: Checked = { answer: withoutNerdamer, lines: withoutNerdamer };

export const checksOf: Readonly<Record<TaskKind, Checked>> = {
  evaluate: all,
  simplify: all,
  expand: all,
  factor: all,
  differentiate: all,
  statistic: all,
  limit: limits,
  solve: solved,
  system: solved,
  inequality: solved,
};

/** At least so many checks must agree. */
export const needed = 2;
