/** What the vertical needs from a database; `db/queries/` satisfies it, the composition roots put both together. */
import type { Transaction } from '../data/records.ts';
import type { Answer } from './answer.ts';

/** What became known of a payment. */
export interface Label {
  readonly transactionId: number;
  /** null: what was said before is taken back. */
  readonly fraud: boolean | null;
  readonly source: 'chargeback' | 'verdict';
  /** Only a simulator knows it. */
  readonly scenario: string | null;
  /** On the clock of the payments, in seconds since 1970. */
  readonly knownAtSeconds: number;
}

/** A label with whose payment it is about. */
export interface KnownLabel extends Label {
  readonly customer: number;
  readonly terminal: number;
  readonly timeSeconds: number;
}

/** How far a reader has read the logs of payments and labels. */
export interface LogPosition {
  readonly transaction: number;
  readonly label: number;
}

export interface LogTail {
  readonly position: LogPosition;
  readonly transactions: readonly Transaction[];
  readonly labels: readonly KnownLabel[];
}

export interface StoredDecision {
  readonly transactionId: number;
  readonly idempotencyKey: string | null;
  /** Of what was asked, so that a repeated id with another content is found. */
  readonly requestSha256: string;
  readonly answer: Answer;
  readonly score: number | null;
  readonly expectedLossMinor: number;
  readonly model: string | null;
  readonly failure: 'modelMissing' | 'modelLate' | 'modelFailed' | null;
  readonly rules: unknown;
  readonly reasons: unknown;
}

export interface DecidedPayment {
  readonly transaction: Transaction;
  readonly currency: string;
  readonly simulated: boolean;
  readonly decision: StoredDecision;
}

/** What may ask for a decision a second time. */
interface Repeatable {
  readonly transactionIds: readonly number[];
  readonly idempotencyKeys: readonly string[];
}

/** The log of payments that decisions are made on. */
export interface PaymentLog {
  /** The time of the newest payment in seconds since 1970, and whether all are simulated; null where there is none. */
  span(): Promise<{ readonly to: number; readonly simulated: boolean } | null>;
  /** The position before the first payment later than a moment, and before every label. */
  positionAt(afterSeconds: number): Promise<LogPosition>;
  /** What was added after a position, at most so many payments and labels. */
  tail(after: LogPosition, most: number): Promise<LogTail>;
  /**
   * Stores a batch that nobody can come between: `decide` gets what others appended since `after`, the decisions that
   * exist among those asked for, and which of the asked payments the log has at all, and answers with what is to be stored; stored for good once this resolves.
   *
   * @returns the position behind the batch
   */
  append(
    after: LogPosition,
    asked: Repeatable,
    decide: (
      tail: LogTail,
      known: readonly StoredDecision[],
      recorded: readonly number[],
    ) => Promise<readonly DecidedPayment[]>,
  ): Promise<LogPosition>;
}

/** Payments that a model's recipe scored without having seen them, with what they turned out to be: columns of one length. */
export interface HeldOutScores {
  readonly transactionIds: readonly number[];
  readonly probabilities: readonly number[];
  readonly frauds: readonly boolean[];
}

/** What a training run uses. */
export interface TrainingStore extends PaymentLog {
  /** Takes a trained model in; the first serves, and one that follows a `damaged` champion; any other is a challenger. */
  register(
    outcome: 'fraud',
    model: { readonly artifact: string; readonly card: unknown; readonly heldOut: HeldOutScores },
    reason: string,
    damaged: string | null,
  ): Promise<'champion' | 'challenger'>;
  /** The artifact that serves, null before the first is ready. */
  champion(outcome: 'fraud'): Promise<string | null>;
}
