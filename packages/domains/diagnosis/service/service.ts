/** The use cases of the diagnosis screens: the worklist, one patient, "what if?", and a model's card. */
import type { LoadedModel } from '@praxis/core';
import { type Outcome, outcomes, type PersonHistory } from '../data/records.ts';
import { type DiagnosisFeatures, type FeatureName, features } from '../features/definitions.ts';
import { featuresOf, isKnown, modelInputs } from '../features/features.ts';
import { hasOutcomeAtDayZero, outcomeDay } from '../pipeline/cohort.ts';
import type { DiagnosisService, OutcomeRisk, PatientReview, Result } from './contract.ts';
import { lowerBand } from './lower-band.ts';
import { riskOf } from './outcome-risk.ts';
import { type FindPeopleLike, peopleLike } from './people-like.ts';
import type { DiagnosisStore, StoredRisk } from './store.ts';
import { applyChanges, changeableInputs } from './what-if.ts';

/** Numbers of people are 32-bit in every store: anything else is nobody's. */
const largestPersonId = 2 ** 31 - 1;

/**
 * @param store where cohort and risks lie
 * @param model opens an artifact by its hash; called for every score, so it should remember what it opened
 */
export function createDiagnosisService({
  store,
  model,
}: {
  readonly store: DiagnosisStore;
  readonly model: (artifact: string) => Promise<LoadedModel>;
}): DiagnosisService {
  async function find(personId: number): Promise<Result<PersonHistory>> {
    const possible = Number.isInteger(personId) && personId >= 0 && personId <= largestPersonId;
    const history = possible ? await store.history(personId) : null;
    if (history === null) return { ok: false, error: { code: 'unknownPatient', status: 404, personId } };
    return { ok: true, value: history };
  }

  /** The three risks with `inputs` in place of the person's own values. */
  async function risksWith(
    history: PersonHistory,
    inputs: DiagnosisFeatures,
    signal?: AbortSignal,
  ): Promise<OutcomeRisk[]> {
    const own = featuresOf(history);
    const changed = new Set(
      features.filter(({ name }) => inputs[name] !== own[name]).map(({ name }) => name),
    );
    const stored = await store.risks(history.person.id);
    return Promise.all(
      outcomes.map((outcome) =>
        outcomeRisk(
          outcome,
          history,
          stored.find((risk) => risk.outcome === outcome),
          inputs,
          changed,
          signal,
        ),
      ),
    );
  }

  async function outcomeRisk(
    outcome: Outcome,
    history: PersonHistory,
    stored: StoredRisk | undefined,
    inputs: DiagnosisFeatures,
    changed: ReadonlySet<FeatureName>,
    signal: AbortSignal | undefined,
  ): Promise<OutcomeRisk> {
    const sinceDay = outcomeDay(outcome, history);
    if (sinceDay !== null && hasOutcomeAtDayZero(outcome, history)) {
      return { status: 'alreadyHas', outcome, sinceDay };
    }
    if (stored?.status !== 'risk') return { status: 'notReady', outcome };
    const row = modelInputs(outcome, inputs);
    return riskOf(outcome, history, await model(stored.artifact), stored.fold, row, changed, signal);
  }

  /** The cohort is imported once and stays: it is read at the first question, the search prepared at that of each outcome. */
  let everyone: ReturnType<typeof peopleLike> | null = null;
  const searches = new Map<Outcome, FindPeopleLike>();
  async function searchOf(outcome: Outcome): Promise<FindPeopleLike> {
    everyone ??= peopleLike(store.historyBatches());
    const open = await everyone.catch((error: unknown) => {
      everyone = null;
      throw error;
    });
    const search = searches.get(outcome) ?? open(outcome);
    searches.set(outcome, search);
    return search;
  }

  return {
    worklist: (query) => store.worklist(query),

    async patient(personId) {
      const found = await find(personId);
      if (!found.ok) return found;
      const history = found.value;
      const known = featuresOf(history);
      const review: PatientReview = {
        person: history.person,
        risks: await risksWith(history, known),
        inputs: changeableInputs(known),
        observations: history.observations.filter(isKnown),
        diagnoses: history.diagnoses.filter(isKnown),
        later: {
          observations: history.observations.filter((record) => !isKnown(record)),
          diagnoses: history.diagnoses.filter((record) => !isKnown(record)),
        },
      };
      return { ok: true, value: review };
    },

    async whatIf(personId, changes, signal) {
      const found = await find(personId);
      if (!found.ok) return found;
      const changed = applyChanges(featuresOf(found.value), changes);
      if (!changed.ok) return changed;
      return { ok: true, value: await risksWith(found.value, changed.value, signal) };
    },

    async alternatives(personId, outcome, signal) {
      const found = await find(personId);
      if (!found.ok) return found;
      if (hasOutcomeAtDayZero(outcome, found.value)) {
        return { ok: false, error: { code: 'noRisk', status: 422, outcome } };
      }
      const stored = (await store.risks(personId)).find((risk) => risk.outcome === outcome);
      if (stored?.status !== 'risk')
        return { ok: false, error: { code: 'modelNotReady', status: 503, outcome } };
      const known = featuresOf(found.value);
      const [change, alike] = await Promise.all([
        lowerBand(outcome, known, await model(stored.artifact), stored.fold, signal),
        searchOf(outcome).then((search) => search(personId, known)),
      ]);
      return { ok: true, value: { outcome, lowerBand: change, alike } };
    },

    async card(outcome) {
      const champion = await store.champion(outcome);
      if (champion === null) return { ok: false, error: { code: 'modelNotReady', status: 503, outcome } };
      return { ok: true, value: (await model(champion)).card };
    },
  };
}
