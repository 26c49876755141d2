/** What an answer is once it is read: a value, a relation, several answers, an interval, or words for all and none. */
import type { Expression } from '../mathematics/expression.ts';
import type { UnitName } from './units.ts';

export interface Interval {
  readonly low: Expression;
  readonly high: Expression;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

export type Joined = 'or' | 'and' | 'list' | 'tuple';

export type TypedAnswer =
  | { readonly kind: 'value'; readonly value: Expression; readonly unit: UnitName | null }
  /** `x = 3`, `1 < x <= 4`; a chain is an `And` of its links. */
  | { readonly kind: 'relation'; readonly relation: Expression }
  /** `2, 3`, `x = 2 or x = 3`, `x > 1 and x < 3`, `{2; 3}`; in round brackets, `(2, 3)`, the order counts. */
  | { readonly kind: 'several'; readonly answers: readonly TypedAnswer[]; readonly joined: Joined }
  | { readonly kind: 'intervals'; readonly intervals: readonly Interval[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'every' };

/** Why a text is no answer, and which part of it. */
export interface Unreadable {
  readonly code:
    | 'empty'
    | 'tooLong'
    | 'unknownCharacter'
    | 'unknownWord'
    | 'numberTooLong'
    | 'missingNumber'
    | 'bracketNotClosed'
    | 'bracketNotOpened'
    | 'notExpectedHere';
  /** Place of its first character in what was typed, counted from 0 in UTF-16 units. */
  readonly from: number;
  /** After its last character. */
  readonly to: number;
  readonly part: string;
}

export type Reading =
  | { readonly ok: true; readonly answer: TypedAnswer }
  | { readonly ok: false; readonly error: Unreadable };
