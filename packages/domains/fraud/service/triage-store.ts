/** What triage needs from a database; `db/queries/` satisfies it. */
import type { Transaction } from '../data/records.ts';
import type { Answer } from './answer.ts';
import type { Label, StoredDecision } from './store.ts';
import type { Verdict } from './verdict.ts';

export interface Reviewer {
  readonly id: string;
  readonly name: string;
}

export interface StoredAlert {
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
interface ClosedAlert {
  readonly id: number;
  /** As stored with the decision. */
  readonly reasons: unknown;
}

export interface Review {
  readonly id: number;
  readonly event: 'claimed' | 'released' | 'fraud' | 'genuine' | 'note' | 'undone';
  readonly reason: string | null;
  readonly note: string | null;
  readonly by: Reviewer;
  readonly at: Date;
}

/** A payment as a timeline shows it. */
export interface PastPayment {
  readonly transaction: Transaction;
  /** null where nobody asked for a decision. */
  readonly answer: Answer | null;
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

export interface Place {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** Why an alert cannot be worked on. */
export type AlertRefusal =
  | { readonly code: 'unknownAlert' }
  | { readonly code: 'heldByOther'; readonly by: string; readonly until: Date }
  | { readonly code: 'closedAlready'; readonly verdict: Verdict; readonly by: string }
  | { readonly code: 'notClosed' }
  | { readonly code: 'notYours' };

export interface TriageStore {
  /** Every open alert, the greatest expected loss first. */
  open(): Promise<readonly OpenAlert[]>;
  /** Those that exist of the given ones, the greatest expected loss first. */
  alerts(ids: readonly number[]): Promise<readonly StoredAlert[]>;
  /** Why closed alerts were raised, the last closed first. */
  closed(most: number): Promise<readonly ClosedAlert[]>;
  alert(id: number): Promise<StoredAlert | null>;
  /** What was done with an alert, the oldest first. */
  reviews(alertId: number): Promise<readonly Review[]>;
  /** Payments of a card or terminal up to a moment, the newest first. */
  past(
    of: { readonly customer: number } | { readonly terminal: number },
    untilSeconds: number,
    most: number,
  ): Promise<readonly PastPayment[]>;
  /** What people have called fraud by now among the other payments of the card, and of the terminal, later than a moment. */
  confirmed(
    of: { readonly id: number; readonly customer: number; readonly terminal: number },
    sinceSeconds: number,
  ): Promise<ConfirmedFrauds>;
  places(kind: 'customer' | 'terminal', ids: readonly number[]): Promise<readonly Place[]>;
  claim(alertId: number, by: Reviewer): Promise<AlertRefusal | null>;
  decide(
    alertId: number,
    by: Reviewer,
    given: { readonly verdict: Verdict; readonly reason: string; readonly note: string | null },
  ): Promise<AlertRefusal | null>;
  undo(alertId: number, by: Reviewer): Promise<AlertRefusal | null>;
  note(alertId: number, by: Reviewer, note: string): Promise<AlertRefusal | null>;
}
