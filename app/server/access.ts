/** Who may see a page or call an endpoint, decided in one place, before anything is read. */
import 'server-only';
import type { Role, SignedIn } from '@praxis/db';
import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { may } from './permissions.ts';
import { addressHeader, signInAddress } from './return-address.ts';
import { services } from './services.ts';

/** Who is signed in with this request; asked of the database once a request. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const { accounts } = await services();
  return accounts.signedIn(await headers());
});

/**
 * For pages: sends whoever is signed out to the sign-in page (307) and refuses other roles (403).
 * Call it first in every page, and in its layout too where a `loading.tsx` would otherwise answer before.
 */
export async function pageAccess(allowed: readonly Role[]): Promise<SignedIn> {
  const person = await signedIn();
  if (!person) redirect(signInAddress((await headers()).get(addressHeader)));
  if (!may(person.role, allowed)) forbidden();
  return person;
}

/** What was looked at: a kind of record, and which ones of it. */
export interface ReadSubject {
  readonly type: 'person' | 'card' | 'model' | 'learner';
  readonly ids: readonly (number | string)[];
}

/** Records that someone looked at records. Call it before they are shown; when it fails, show nothing. */
export async function auditRead(
  person: SignedIn,
  action: string,
  { type, ids }: ReadSubject,
  detail?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { audit } = await services();
  await audit.record({
    userId: person.id,
    role: person.role,
    action,
    subjectType: type,
    subjectIds: ids.map(String),
    detail,
  });
}
