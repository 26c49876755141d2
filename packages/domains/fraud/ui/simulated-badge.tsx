/** Says that payments are simulated where they are. */
import { Badge, Term } from '@praxis/ui';
import type { Alert } from '../service/triage-contract.ts';
import type { Wording } from './wording.ts';

export function SimulatedBadge({
  alerts,
  wording,
}: {
  alerts: readonly Pick<Alert, 'simulated'>[];
  wording: Wording;
}) {
  if (!alerts.some(({ simulated }) => simulated)) return null;
  return (
    <Badge>
      <Term explanation={wording.screen('simulatedMeaning')}>{wording.screen('simulated')}</Term>
    </Badge>
  );
}
