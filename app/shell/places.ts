/** Where a person may go: the practices that work in this version, then what all of them share. */
import type { SignedIn } from '@praxis/db';
import { getTranslations } from 'next-intl/server';
import { may, seePatients, seeTraining } from '../server/permissions.ts';
import type { Place } from './place.ts';

export async function placesOf(person: SignedIn): Promise<Place[]> {
  const [shell, diagnosis] = await Promise.all([
    getTranslations('shell'),
    getTranslations('diagnosis.navigation'),
  ]);
  const places: Place[] = [];
  if (may(person.role, seePatients)) {
    places.push(
      { href: '/diagnosis', label: diagnosis('worklist') },
      { href: '/diagnosis/models', label: diagnosis('models') },
      { href: '/diagnosis/private-score', label: diagnosis('privateScore') },
    );
  }
  if (may(person.role, seeTraining)) places.push({ href: '/training', label: shell('training') });
  return places;
}
