/** What the practice screens see, and what they may ask for. */
import type { Unreadable } from '../data/answers/answer.ts';
import type { UnitName } from '../data/answers/units.ts';
import type { Form } from '../data/mathematics/forms.ts';
import type { Language } from '../data/sentence.ts';
import type { Answer } from '../data/templates/answer.ts';
import type { LearnerScreens } from './learner-screens.ts';
import type { Reason } from './reason.ts';
import type { TurnOutcome } from './store.ts';

/** Text with LaTeX between dollar signs. */
type Mathematical = string;

interface SkillView {
  readonly id: string;
  readonly name: string;
}

export interface SolutionView {
  readonly answer: Mathematical;
  readonly steps: readonly { readonly line: Mathematical; readonly reason: Mathematical }[];
}

export interface TurnView {
  readonly id: number;
  readonly skill: SkillView;
  readonly prompt: Mathematical;
  /** Whether the prompt is a language model's wording of the story; the grammar's otherwise. */
  readonly reworded: boolean;
  readonly asks: Answer['kind'];
  readonly form: Form;
  /** Those shown so far. */
  readonly hints: readonly Mathematical[];
  readonly hintCount: number;
  /** Why this exercise now, and the probability of a right answer: expected, and its bounds with probability 0.9. */
  readonly choice: {
    readonly kind: Reason['kind'];
    /** By name: the skill that went wrong and needs this one first. */
    readonly because: string | null;
    /** The probability that was wished for. */
    readonly target: number;
    /** What the teacher who asked for it says. */
    readonly note: string | null;
    readonly success: number;
    readonly low: number;
    readonly high: number;
    readonly onTarget: boolean;
    /** Learners who taught the model of knowledge that had a say; null where ability and difficulty tell alone. */
    readonly rests: { readonly simulated: number; readonly own: number } | null;
  };
  readonly outcome: TurnOutcome | null;
  /** Once the turn is closed. */
  readonly solution: SolutionView | null;
}

/** What is said of an answer; a misconception with its explanation, in words of the learner's language. */
export type VerdictView =
  | { readonly verdict: 'right' }
  | { readonly verdict: 'otherForm'; readonly form: Form }
  | { readonly verdict: 'incomplete' }
  | { readonly verdict: 'otherUnit'; readonly typed: string; readonly asked: UnitName }
  | { readonly verdict: 'missingUnit' }
  | { readonly verdict: 'otherKind'; readonly asked: Answer['kind'] }
  | { readonly verdict: 'undefined'; readonly part: Mathematical }
  | { readonly verdict: 'unreadable'; readonly error: Unreadable }
  | { readonly verdict: 'wrong'; readonly explanation: Mathematical | null };

export type LineView =
  | { readonly verdict: 'same' | 'aside' | 'gains' | 'loses' | 'untold' | 'after' | 'blank' }
  | { readonly verdict: 'wrong'; readonly explanation: Mathematical | null }
  | { readonly verdict: 'unreadable'; readonly error: Unreadable };

export type PracticeError =
  /** Nothing verified is in stock that this learner has not had. */
  | { readonly code: 'noExercise' }
  | { readonly code: 'unknownTurn' }
  | { readonly code: 'unknownSkill' }
  /** Another exercise is open, and nobody said that it may be left. */
  | { readonly code: 'turnOpen' }
  /** In another tab, say. The learner is shown what is open now. */
  | { readonly code: 'closedAlready' };

export type Answered<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: PracticeError };

/**
 * What an exercise is asked for: the one that helps most, one of a skill, a variant of a template, or the reviews of
 * today before all else.
 */
export type Wanted =
  | { readonly kind: 'best' | 'reviews' }
  | { readonly kind: 'skill'; readonly skill: string }
  | { readonly kind: 'variant'; readonly template: string };

/** What comes after an exercise. */
export type Next = 'best' | 'variant' | 'reviews';

export interface PracticeService extends LearnerScreens {
  /** The open exercise, else a new one. */
  current(learner: string, language: Language): Promise<Answered<TurnView>>;
  /**
   * An exercise that was asked for; the open one where it is just that. Another open one is left only where it is
   * `leave`.
   */
  start(
    learner: string,
    wanted: Wanted,
    leave: number | null,
    language: Language,
  ): Promise<Answered<TurnView>>;
  /** Leaves the exercise; a `variant` is of the same template, if there is one. */
  another(learner: string, turn: number, next: Next, language: Language): Promise<Answered<TurnView>>;
  answer(
    learner: string,
    turn: number,
    typed: string,
    language: Language,
  ): Promise<Answered<{ readonly verdict: VerdictView; readonly turn: TurnView }>>;
  hint(learner: string, turn: number, language: Language): Promise<Answered<TurnView>>;
  solution(learner: string, turn: number, language: Language): Promise<Answered<TurnView>>;
  /** A verdict for each line, in their order. */
  lines(
    learner: string,
    turn: number,
    lines: readonly string[],
    language: Language,
  ): Promise<Answered<readonly LineView[]>>;
}
