'use client';
/** The risk of what was entered, computed by the model that is open on this device. */
import { useEffect, useState } from 'react';
import type { Outcome } from '../../data/records.ts';
import { featuresFor } from '../../features/definitions.ts';
import type { Entered, EntryResult } from '../../features/entry.ts';
import { modelInputs } from '../../features/features.ts';
import type { OutcomeRisk } from '../../service/contract.ts';
import { riskFrom } from '../../service/risk-from-score.ts';
import type { DeviceModelState, ModelOffer } from './use-device-model.ts';

type Scored = Extract<OutcomeRisk, { status: 'risk' }>;

/** null until there is one for the present entries; `failed` where the model refused them. */
export function usePrivateRisk(
  offer: ModelOffer,
  state: DeviceModelState,
  entry: EntryResult,
): { readonly risk: Scored | null; readonly failed: boolean } {
  const [answer, setAnswer] = useState<{ risk: Scored | null; failed: boolean }>(nothing);
  useEffect(() => {
    if (!entry.ok) return setAnswer(nothing);
    if (state.status !== 'ready' || state.outcome !== offer.outcome) return;
    let overtaken = false;
    const inputs = modelInputs(offer.outcome, entry.value);
    void state.model.score(inputs).then(
      (score) => {
        const risk = riskFrom(offer.outcome, offer.card, score, {
          inputs,
          outOfFold: false,
          daysOld: () => null,
        });
        if (!overtaken) setAnswer({ risk, failed: false });
      },
      () => {
        if (!overtaken) setAnswer({ risk: null, failed: true });
      },
    );
    return () => {
      overtaken = true;
    };
  }, [offer, state, entry]);
  const { risk } = answer;
  return { risk: risk?.outcome === offer.outcome ? risk : null, failed: answer.failed };
}

const nothing = { risk: null, failed: false };

/** Whether one of the diagnoses that make the outcome was entered as known: then there is no risk of getting it. */
export function alreadyKnown(outcome: Outcome, entered: Entered): boolean {
  const asked = new Set<string>(featuresFor(outcome).map(({ name }) => name));
  return Object.entries(entered).some(
    ([name, value]) => value === 1 && name.startsWith('prior') && !asked.has(name),
  );
}
