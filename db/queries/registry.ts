/** Champion and challengers of an outcome, and what people decide about them: propose, answer, put back. */
import type { Database, Drizzle } from '../connection.ts';
import { vertical as diagnosis, diagnosisScores } from './diagnosis-risks.ts';
import { vertical as fraud, fraudScores } from './fraud-held-out.ts';
import { forgetBefore, type KeptScores, type PairedScores } from './kept-scores.ts';
import {
  type Decider,
  type Decision,
  decisionsOf,
  type Executor,
  lockPurpose,
  type Purpose,
  record,
  registeredFor,
  servingOf,
} from './models.ts';

/** Why a decision was not taken. */
export type RegistryRefusal =
  /** No such model was trained for the outcome. */
  | 'unknownModel'
  /** Its scores of people are not kept any more: train it again. */
  | 'noScores'
  | 'alreadyChampion'
  /** Another proposal for the outcome waits for its answer. */
  | 'alreadyProposed'
  | 'unknownProposal'
  | 'alreadyAnswered'
  /** Who proposes does not answer. */
  | 'ownProposal'
  /** Another model became champion since it was proposed. */
  | 'staleProposal'
  /** Only an approved proposal, or putting the last champion back, makes a model serve. */
  | 'notApproved';

export type Decided = { readonly ok: true } | { readonly ok: false; readonly code: RegistryRefusal };

export interface RegistryState {
  /** null before the first model is ready. */
  readonly champion: string | null;
  /** The last champion, where it can be put back. */
  readonly previous: string | null;
  /** Models that could take over, newest first. */
  readonly challengers: readonly string[];
  /** The proposal that waits for an answer. */
  readonly proposal: Decision | null;
  /** Every decision, newest first. */
  readonly decisions: readonly Decision[];
}

export interface Registry {
  state(purpose: Purpose): Promise<RegistryState>;
  propose(purpose: Purpose, artifact: string, by: Decider, reason: string): Promise<Decided>;
  /** Approving promotes at once; declining closes the challenger and forgets its scores. */
  answer(
    purpose: Purpose,
    proposal: number,
    answer: 'approved' | 'declined',
    by: Decider,
    reason: string,
  ): Promise<Decided>;
  /** Makes the last champion serve again; the one it replaces becomes a challenger. */
  putBack(purpose: Purpose, artifact: string, by: Decider, reason: string): Promise<Decided>;
  /** Scores of two models of the rows that both held out; empty where none are kept. */
  paired(purpose: Purpose, first: string, second: string): Promise<PairedScores>;
}

const no = (code: RegistryRefusal): Decided => ({ ok: false, code });
const done: Decided = { ok: true };

export function registry({ drizzle }: Database): Registry {
  /** One decision at a time for an outcome: what was read stays true until it is written. */
  const deciding = (purpose: Purpose, decide: (executor: Executor) => Promise<Decided>) =>
    drizzle.transaction(async (transaction) => {
      await lockPurpose(transaction, purpose);
      return decide(transaction);
    });
  return {
    state: (purpose) => readState(drizzle, purpose),

    propose: (purpose, artifact, by, reason) =>
      deciding(purpose, async (executor) => {
        const { champion, proposal } = await readState(executor, purpose);
        if (!(await registeredFor(executor, purpose)).includes(artifact)) return no('unknownModel');
        if (artifact === champion) return no('alreadyChampion');
        if (!(await canServe(executor, purpose, artifact))) return no('noScores');
        if (proposal) return no('alreadyProposed');
        await record(executor, purpose, {
          kind: 'proposed',
          artifact,
          previous: champion,
          proposal: null,
          by,
          reason,
        });
        return done;
      }),

    answer: (purpose, id, kind, by, reason) =>
      deciding(purpose, async (executor) => {
        const decisions = await decisionsOf(executor, purpose);
        const proposal = decisions.find((one) => one.id === id && one.kind === 'proposed');
        if (!proposal) return no('unknownProposal');
        if (decisions.some((one) => one.proposal === id)) return no('alreadyAnswered');
        if (proposal.by?.id === by.id) return no('ownProposal');
        const serving = await servingOf(executor, purpose);
        const champion = serving?.artifact ?? null;
        if (champion !== proposal.previous) return no('staleProposal');
        const { artifact } = proposal;
        if (kind === 'approved' && !(await canServe(executor, purpose, artifact))) return no('noScores');
        await record(executor, purpose, { kind, artifact, previous: champion, proposal: id, by, reason });
        const before = serving?.previous ?? null;
        const kept = keptScores(purpose);
        if (kind === 'approved') await forgetBefore(kept, executor, purpose.outcome, before, artifact);
        // The last champion stays, so that it can be put back.
        else if (artifact !== before) await kept.forget(executor, purpose.outcome, artifact);
        return done;
      }),

    putBack: (purpose, artifact, by, reason) =>
      deciding(purpose, async (executor) => {
        const serving = await servingOf(executor, purpose);
        if (!(await registeredFor(executor, purpose)).includes(artifact)) return no('unknownModel');
        if (artifact === serving?.artifact) return no('alreadyChampion');
        if (!serving || artifact !== serving.previous) return no('notApproved');
        if (!(await canServe(executor, purpose, artifact))) return no('noScores');
        const previous = serving.artifact;
        await record(executor, purpose, { kind: 'putBack', artifact, previous, proposal: null, by, reason });
        return done;
      }),

    paired: (purpose, first, second) => keptScores(purpose).paired(drizzle, purpose.outcome, first, second),
  };
}

async function readState(executor: Executor | Drizzle, purpose: Purpose): Promise<RegistryState> {
  const [serving, registered, decisions] = [
    await servingOf(executor, purpose),
    await registeredFor(executor, purpose),
    await decisionsOf(executor, purpose),
  ];
  const [champion, previous] = [serving?.artifact ?? null, serving?.previous ?? null];
  const challengers: string[] = [];
  for (const artifact of registered) {
    if (artifact === champion || artifact === previous) continue;
    // A declined one is closed until it is trained again.
    if (decisions.find((decision) => decision.artifact === artifact)?.kind === 'declined') continue;
    if (await canServe(executor, purpose, artifact)) challengers.push(artifact);
  }
  const answered = new Set(decisions.map(({ proposal }) => proposal));
  const proposal = decisions.find(
    ({ id, kind, previous: seen }) => kind === 'proposed' && !answered.has(id) && seen === champion,
  );
  return { champion, previous, challengers, proposal: proposal ?? null, decisions };
}

/** Another vertical is another line; one that is not named keeps nothing. */
const keepers: Readonly<Record<string, KeptScores>> = { [diagnosis]: diagnosisScores, [fraud]: fraudScores };

const nothingKept: KeptScores = {
  canServe: async () => true,
  paired: async () => ({ events: [], first: [], second: [], groups: null }),
  forget: async () => {},
};

const keptScores = ({ vertical }: Purpose): KeptScores => keepers[vertical] ?? nothingKept;

const canServe = (executor: Executor, purpose: Purpose, artifact: string): Promise<boolean> =>
  keptScores(purpose).canServe(executor, purpose.outcome, artifact);
