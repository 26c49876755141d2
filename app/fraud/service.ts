/** The fraud vertical on the house's database and models. */
import 'server-only';
import { type Database, fraudStore, models } from '@praxis/db';
import {
  createTriageService,
  createWorthService,
  type DecisionDesk,
  defaultPolicy,
  openDecisionDesk,
  type TriageService,
  type WorthService,
} from '@praxis/fraud';
import { servingModel } from './serving-model.ts';

export interface FraudServices {
  readonly decisions: DecisionDesk;
  readonly triage: TriageService;
  readonly worth: WorthService;
}

/** @param folder of the model registry */
export function openFraud(database: Database, folder: string): FraudServices {
  const store = fraudStore(database);
  const registered = models(database);
  const decisions = openDecisionDesk({
    log: store,
    model: servingModel(() => registered.champion('fraud', 'fraud'), folder),
    policy: defaultPolicy,
    nowSeconds: () => Date.now() / 1000,
  });
  // What fails here is told by the first request.
  void decisions.prepare().catch(() => {});
  return {
    decisions,
    triage: createTriageService(store),
    worth: createWorthService(store),
  };
}
