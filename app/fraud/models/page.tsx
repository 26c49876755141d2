/** The model cards start with the first outcome's. */
import { fraud } from '@praxis/fraud';
import { redirect } from 'next/navigation';
import { pageAccess } from '../../server/access.ts';
import { reviewAlerts } from '../../server/permissions.ts';
import { addresses } from '../addresses.ts';

export default async function CardsPage() {
  await pageAccess(reviewAlerts);
  redirect(`${addresses.models}/${fraud.outcomes[0]}`);
}
