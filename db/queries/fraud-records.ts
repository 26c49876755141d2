/** What the fraud vertical keeps, as its queries take and give it; the vertical's own types fit by shape. */
import type { answers, labelSources, reviewEvents } from '../schema/fraud.ts';
import type { NewCard } from './models.ts';

export interface Transaction {
  readonly id: number;
  /** Whole seconds since 1970-01-01T00:00:00Z. */
  readonly timeSeconds: number;
  readonly customer: number;
  readonly terminal: number;
  readonly amountMinor: number;
}

/** What became known of a payment. */
export interface Label {
  readonly transactionId: number;
  /** null: what was said before is taken back. */
  readonly fraud: boolean | null;
  readonly source: (typeof labelSources)[number];
  readonly scenario: string | null;
  /** On the clock of the payments, in seconds since 1970. */
  readonly knownAtSeconds: number;
}

/** A label with whose payment it is about. */
interface KnownLabel extends Label {
  readonly customer: number;
  readonly terminal: number;
  readonly timeSeconds: number;
}

/** How far a reader has read both logs. */
export interface LogPosition {
  readonly transaction: number;
  readonly label: number;
}

/** What was added after a position; where it ends, there may be more. */
export interface LogTail {
  readonly position: LogPosition;
  readonly transactions: readonly Transaction[];
  readonly labels: readonly KnownLabel[];
}

export interface Decision {
  readonly transactionId: number;
  readonly idempotencyKey: string | null;
  /** Of what was asked, so that a repeated id with another content is found. */
  readonly requestSha256: string;
  readonly answer: (typeof answers)[number];
  readonly score: number | null;
  readonly expectedLossMinor: number;
  readonly model: string | null;
  readonly failure: 'modelMissing' | 'modelLate' | 'modelFailed' | null;
  readonly rules: unknown;
  readonly reasons: unknown;
}

export interface StoredDecision extends Decision {
  readonly decidedAt: Date;
}

/** A payment with the decision on it; `currency` and `simulated` are kept beside it. */
export interface DecidedPayment {
  readonly transaction: Transaction;
  readonly currency: string;
  readonly simulated: boolean;
  readonly decision: Decision;
}

/** Why an alert cannot be worked on: somebody else holds it, or it was closed, or was never there. */
export type AlertRefusal =
  | { readonly code: 'unknownAlert' }
  | { readonly code: 'heldByOther'; readonly by: string; readonly until: Date }
  | { readonly code: 'closedAlready'; readonly verdict: Verdict; readonly by: string }
  | { readonly code: 'notClosed' }
  | { readonly code: 'notYours' };

export type Verdict = 'fraud' | 'genuine';

export interface Reviewer {
  readonly id: string;
  readonly name: string;
}

export interface Alert {
  readonly id: number;
  readonly transaction: Transaction;
  readonly currency: string;
  readonly simulated: boolean;
  readonly decision: StoredDecision;
  readonly openedAt: Date;
  /** Who holds it now, null where nobody does. */
  readonly claim: { readonly by: Reviewer; readonly until: Date } | null;
  readonly verdict: Verdict | null;
  readonly closedAt: Date | null;
}

/** What the queue is made from. */
export interface OpenAlert {
  readonly id: number;
  readonly customer: number;
  readonly terminal: number;
  readonly expectedLossMinor: number;
  readonly openedAt: Date;
  /** null where nobody holds it. */
  readonly heldBy: Reviewer | null;
}

/** Why an alert was raised that is closed by now. */
export interface ClosedAlert {
  readonly id: number;
  /** As stored with the decision. */
  readonly reasons: unknown;
}

export interface Review {
  readonly id: number;
  readonly event: ReviewEvent;
  readonly reason: string | null;
  readonly note: string | null;
  readonly by: Reviewer;
  readonly at: Date;
}

export type ReviewEvent = (typeof reviewEvents)[number];

/** A payment as the timeline of a card or terminal shows it. */
export interface PastPayment {
  readonly transaction: Transaction;
  readonly answer: Decision['answer'] | null;
  readonly score: number | null;
  /** What is known of it by now. */
  readonly fraud: boolean | null;
  readonly source: Label['source'] | null;
}

/** Payments that people have called fraud: of a card, and at a terminal. */
export interface ConfirmedFrauds {
  readonly card: number;
  readonly terminal: number;
}

/** Where a customer lives or a terminal stands. */
export interface Place {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** A trained model with the payments that its recipe scored without having seen them: columns of one length. */
export interface NewModel extends NewCard {
  readonly heldOut: {
    readonly transactionIds: readonly number[];
    readonly probabilities: readonly number[];
    readonly frauds: readonly boolean[];
  };
}

/** A payment that a model's recipe had not seen, with its score and what was known of it when the model was trained. */
export interface HeldOutPayment {
  readonly timeSeconds: number;
  readonly customer: number;
  readonly amountMinor: number;
  readonly currency: string;
  readonly simulated: boolean;
  readonly probability: number;
  readonly fraud: boolean;
  /** Of a fraud, where a simulator tells it. */
  readonly scenario: string | null;
}
