/**
 * The accounts of demo mode. Their password is public, so they exist for demo mode alone: made when it starts, refused
 * at sign-in and in every session while it is off. `.invalid` can never be a real address (RFC 2606).
 */
import { type Role, roles } from '../schema/auth.ts';

export const demoPassword = 'praxis-demo';

const demoDomain = '@demo.invalid';

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

const names: Readonly<Record<Role, string>> = {
  clinician: 'Dr. Lin Demo',
  analyst: 'Ana Demo',
  learner: 'Leo Demo',
  teacher: 'Tess Demo',
  administrator: 'Adam Demo',
};

export const demoAccounts: readonly DemoAccount[] = roles.map((role) => ({
  email: `${role}${demoDomain}`,
  name: names[role],
  role,
}));

export function isDemoEmail(email: string): boolean {
  return email.trim().toLowerCase().endsWith(demoDomain);
}
