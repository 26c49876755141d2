/** Where a person may go: the verticals that they work in, then what all of them share. */
import type { VerticalManifest, VerticalPlace } from '@praxis/core';
import type { Role, SignedIn } from '@praxis/db';
import { getTranslations } from 'next-intl/server';
import { entered, followed, may, placesIn, seePatients } from '../server/permissions.ts';
import { verticals } from '../server/verticals.ts';
import type { Place, ShellUser } from './place.ts';

/** The places of a role; `word` is a key of all words. */
export function placesFor(
  role: Role,
  among: readonly VerticalManifest[] = verticals,
): readonly VerticalPlace[] {
  const own = entered(role, among).flatMap((vertical) =>
    placesIn(vertical, role).map((place) => ({ ...place, word: `${vertical.id}.${place.word}` })),
  );
  const follows = followed(role, among).length > 0;
  return follows ? [...own, { href: '/training', word: 'shell.training' }] : own;
}

export async function placesOf({ role }: SignedIn): Promise<Place[]> {
  const words = await getTranslations();
  return placesFor(role).map(({ href, word, quiet = false }) => ({ href, label: words(word), quiet }));
}

/** The person as the shell needs to know them. */
export function shellUser(
  { name, role }: Pick<SignedIn, 'name' | 'role'>,
  among: readonly VerticalManifest[] = verticals,
): ShellUser {
  const own = entered(role, among);
  return {
    name,
    role,
    seesPatients: may(role, seePatients),
    practice: own.length === 1 ? (own[0]?.id ?? null) : null,
    records: own.flatMap(({ id, record }) =>
      record ? [{ href: record.href, word: `${id}.${record.word}` }] : [],
    ),
  };
}
