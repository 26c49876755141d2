/** The model cards start with the first outcome's; the others are one press away. */
import { outcomes } from '@praxis/diagnosis';
import { redirect } from 'next/navigation';
import { pageAccess } from '../../server/access.ts';
import { seePatients } from '../../server/permissions.ts';
import { addresses } from '../addresses.ts';

export default async function CardsPage() {
  await pageAccess(seePatients);
  redirect(`${addresses.models}/${outcomes[0]}`);
}
