/** Which roles may do what in this version. What belongs to a vertical is kept to its roles, and to administrators. */
import type { VerticalManifest, VerticalPlace } from '@praxis/core';
import { type Role, roles } from '@praxis/db';
import { diagnosis } from '@praxis/diagnosis';
import { fraud } from '@praxis/fraud';
import { practice } from '@praxis/practice/service';
import { verticals } from './verticals.ts';

type Verticals = readonly VerticalManifest[];

/** Start and cancel training runs. */
export const runTraining: readonly Role[] = ['administrator'];

/** Propose that a challenger serve. */
export const proposeModels: readonly Role[] = ['administrator'];

/** Work in a vertical, given by its id: see its records, and approve or decline models whose scores one then works with. */
export function entering(vertical: string, among: Verticals = verticals): readonly Role[] {
  const named = among.find(({ id }) => id === vertical)?.roles ?? [];
  return roles.filter((role) => named.includes(role));
}

/** Follow a vertical's training runs, know its models, and put the last champion back: where it has models at all. */
export function following(vertical: string, among: Verticals = verticals): readonly Role[] {
  const named = among.find(({ id }) => id === vertical);
  return named !== undefined && named.outcomes.length > 0
    ? [...entering(vertical, among), 'administrator']
    : [];
}

/** Look at people of the cohort. */
export const seePatients = entering(diagnosis.id);
/** Look at payments and their alerts, and give verdicts. */
export const reviewAlerts = entering(fraud.id);

/** Be given exercises. */
export const practise = entering(practice.id);
/** Have classes, see what their learners know, and ask exercises of them. */
export const teach: readonly Role[] = ['teacher'];

/** Follow the training runs of some vertical. */
export const seeTraining: readonly Role[] = roles.filter((role) => followed(role).length > 0);

export function may(role: Role, allowed: readonly Role[]): boolean {
  return allowed.includes(role);
}

/** The places of a vertical that a role finds. */
export function placesIn(vertical: VerticalManifest, role: Role): readonly VerticalPlace[] {
  return vertical.navigation.filter(({ roles: own = vertical.roles }) => own.includes(role));
}

/** The verticals that a role finds places in. */
export function entered(role: Role, among: Verticals = verticals): Verticals {
  return among.filter((vertical) => placesIn(vertical, role).length > 0);
}

/** The verticals whose training a role follows. */
export function followed(role: Role, among: Verticals = verticals): Verticals {
  return among.filter(({ id }) => may(role, following(id, among)));
}

/** Where a role begins; null where it has nothing to do in this version. */
export function homeOf(role: Role, among: Verticals = verticals): string | null {
  const [first] = entered(role, among);
  const [place] = first === undefined ? [] : placesIn(first, role);
  return place?.href ?? (followed(role, among).length > 0 ? '/training' : null);
}
