/** What the triage screens and endpoints get from the vertical. */
import type { Transaction } from '../data/records.ts';
import type { Answer } from './answer.ts';
import type { Reason } from './reasons.ts';
import type { RuleResult } from './rules.ts';
import type { AlertRefusal, ConfirmedFrauds, PastPayment, Place, Review, Reviewer } from './triage-store.ts';
import type { Verdict } from './verdict.ts';

export interface Alert {
  readonly id: number;
  readonly transaction: Transaction;
  readonly currency: string;
  readonly simulated: boolean;
  readonly answer: Answer;
  /** Probability of fraud; null where no model answered, and `failure` says why. */
  readonly score: number | null;
  readonly failure: 'modelMissing' | 'modelLate' | 'modelFailed' | null;
  readonly expectedLossMinor: number;
  /** Artifact of the model that scored. */
  readonly model: string | null;
  readonly reasons: readonly Reason[];
  /** Rules that hold. */
  readonly rules: readonly RuleResult[];
  readonly openedAt: Date;
  readonly claim: { readonly by: Reviewer; readonly until: Date } | null;
  readonly verdict: Verdict | null;
  readonly closedAt: Date | null;
}

/** Open alerts that share a card or a terminal, directly or through others. */
export interface Case {
  /** The lowest number of its alerts: stays the same while that one is open. */
  readonly firstId: number;
  /** Its alerts of the greatest expected loss, the greatest first; of a large case not all of them. */
  readonly alerts: readonly Alert[];
  /** Of all its alerts, listed or not, as is all that follows. */
  readonly alertCount: number;
  readonly expectedLossMinor: number;
  readonly cardCount: number;
  readonly terminalCount: number;
  readonly waitsSince: Date;
  /** One entry an alert that somebody holds. */
  readonly holders: readonly Reviewer[];
}

/** The queue as it is shown. */
export interface QueueView {
  /** Those of the greatest expected loss, the greatest first. */
  readonly cases: readonly Case[];
  /** How many there are, listed or not. */
  readonly caseCount: number;
  readonly alertCount: number;
}

/** Everything one alert's screen shows. */
export interface AlertReview {
  readonly alert: Alert;
  /** The other open alerts of its case, the closest first; of a large case not all of them. */
  readonly together: readonly Alert[];
  /** How many there are, listed or not. */
  readonly togetherCount: number;
  /** What people have called fraud by now, within a week before this payment and after it. */
  readonly confirmed: ConfirmedFrauds;
  /** Payments of the card up to this one, the newest first. */
  readonly card: readonly PastPayment[];
  /** Payments at the terminal up to this one, the newest first. */
  readonly terminal: readonly PastPayment[];
  /** Where the card was used, and where its customer lives; empty and null where nobody knows. */
  readonly terminals: readonly Place[];
  readonly home: Place | null;
  readonly similar: readonly { readonly alert: Alert; readonly similarity: number }[];
  readonly reviews: readonly Review[];
}

export type TriageError =
  | AlertRefusal
  /** The reason is not one for this verdict. */
  | { readonly code: 'reasonUnknown'; readonly verdict: Verdict; readonly reason: string }
  | { readonly code: 'noteEmpty' };

export interface TriageService {
  queue(): Promise<QueueView>;
  /** null where there is no such alert. */
  review(alertId: number): Promise<AlertReview | null>;
  /** Takes the alert for ten minutes, and lets go of any other that the same person holds. */
  claim(alertId: number, by: Reviewer): Promise<TriageError | null>;
  /** Closes the alert; the next decision knows of it. */
  decide(
    alertId: number,
    by: Reviewer,
    given: { readonly verdict: Verdict; readonly reason: string; readonly note: string | null },
  ): Promise<TriageError | null>;
  /** Takes one's own verdict back. */
  undo(alertId: number, by: Reviewer): Promise<TriageError | null>;
  note(alertId: number, by: Reviewer, note: string): Promise<TriageError | null>;
}
