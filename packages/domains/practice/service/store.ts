/** What practice keeps, as the vertical needs it; `db` satisfies it by shape. */
import { z } from 'zod';

export const turnOutcomes = ['right', 'shown', 'left'] as const;

/** `right`: answered; `shown`: the solution was looked at; `left`: another exercise was asked for. */
export type TurnOutcome = (typeof turnOutcomes)[number];

export interface StockedExercise {
  readonly id: string;
  readonly skill: string;
  readonly template: string;
  /** Logits. */
  readonly difficulty: number;
  readonly features: unknown;
}

export interface StoredAnswer {
  readonly typed: string;
  readonly verdict: string;
  readonly misconception: string | null;
}

/** One exercise in front of one learner. */
export interface StoredTurn {
  readonly id: number;
  readonly exercise: string;
  readonly choice: unknown;
  readonly hintsShown: number;
  readonly solutionShown: boolean;
  readonly startedAt: Date;
  readonly outcome: TurnOutcome | null;
  /** `Wordings` as they were kept; null where no language model has tried the exercise. */
  readonly wordings: unknown;
  readonly answers: readonly StoredAnswer[];
}

/** A turn that is over, as far as it says what was practised. */
export interface ClosedTurn {
  readonly skill: string;
  readonly closedAt: Date;
  readonly outcome: TurnOutcome;
  readonly hintsShown: number;
  readonly answers: readonly StoredAnswer[];
}

/** In the tutor's own form; null before the first answer. */
export interface Believed {
  readonly learner: unknown;
  /** Of the difficulty of exercises, learnt from all learners. */
  readonly difficulty: unknown;
}

/** What a teacher asked this learner for, and how much of it is done. */
export interface OpenSet {
  readonly id: number;
  readonly skills: readonly string[];
  readonly success: number;
  readonly note: string;
  /** By skill. */
  readonly done: Readonly<Record<string, number>>;
}

export interface PracticeStore {
  /** Exercises that this learner was never given. */
  stock(learner: string): Promise<readonly StockedExercise[]>;
  exercise(id: string): Promise<StockedExercise | null>;
  openTurn(learner: string): Promise<StoredTurn | null>;
  /** Null where there is none with this number or it is somebody else's. */
  turn(learner: string, id: number): Promise<StoredTurn | null>;
  /** Opens a turn; where another tab was faster, that one's. */
  startTurn(learner: string, exercise: string, choice: unknown, set?: number | null): Promise<StoredTurn>;
  /** The set that is due first; null where nobody asks for anything. */
  openSet(learner: string): Promise<OpenSet | null>;
  addAnswer(turn: number, answer: StoredAnswer): Promise<void>;
  showHint(turn: number, most: number): Promise<void>;
  showSolution(turn: number): Promise<void>;
  /**
   * Closes a turn and keeps what `learn` makes of what is believed now, one turn after the other; false where the turn
   * was closed already.
   */
  closeTurn(
    learner: string,
    turn: number,
    outcome: TurnOutcome,
    learn: (believed: Believed) => Believed,
  ): Promise<boolean>;
  believed(learner: string): Promise<Believed>;
  /** Keeps what `change` makes of what is believed now, one change after the other. */
  change(learner: string, change: (believed: Believed) => Believed): Promise<void>;
  /** Closed since then, in the order in which they were. */
  closedTurns(learner: string, since: Date): Promise<readonly ClosedTurn[]>;
}

/** Features as they stand in the stock. */
export const featuresSchema = z.record(z.string(), z.number());
