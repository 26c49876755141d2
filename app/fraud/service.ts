/** The fraud vertical's screens on the house's database. */
import 'server-only';
import { type Database, fraudStore } from '@praxis/db';
import {
  createTriageService,
  createWorthService,
  type TriageService,
  type WorthService,
} from '@praxis/fraud/service';

export interface FraudServices {
  readonly triage: TriageService;
  readonly worth: WorthService;
  /** Whether all payments that there are come from a simulator. */
  readonly simulated: () => Promise<boolean>;
}

export function openFraud(database: Database): FraudServices {
  const store = fraudStore(database);
  return {
    triage: createTriageService(store),
    worth: createWorthService(store),
    simulated: async () => (await store.span())?.simulated ?? false,
  };
}
