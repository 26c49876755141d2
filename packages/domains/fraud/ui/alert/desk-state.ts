/** What an analyst has in hand: the alert shown, the verdict being given, notes being written, verdicts to take back. */
import type { Verdict } from '../../service/verdict.ts';

export interface Given {
  readonly alertId: number;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly note: string | null;
}

/** What is told above the alert; a `message` of null means that the server did not answer. */
export type Told =
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'undone'; readonly alertId: number }
  /** A verdict that was not stored: its alert is shown again, its note is back in its field. */
  | { readonly kind: 'returned'; readonly given: Given; readonly message: string | null }
  | { readonly kind: 'failed'; readonly message: string | null }
  | { readonly kind: 'noneFree' }
  | { readonly kind: 'noteKept' };

export interface DeskState {
  /** null where nothing is left. */
  readonly shown: number | null;
  /** The verdict whose reason is to be chosen. */
  readonly choosing: Verdict | null;
  /** Notes being written, by alert. */
  readonly drafts: Readonly<Record<number, string>>;
  /** Alerts left for later. */
  readonly skipped: readonly number[];
  /** Verdicts of this visit that can be taken back, the last one last. */
  readonly given: readonly Given[];
  readonly told: Told | null;
}

export type DeskEvent =
  | { readonly type: 'show'; readonly id: number }
  | { readonly type: 'choose'; readonly verdict: Verdict | null }
  | { readonly type: 'draft'; readonly id: number; readonly text: string }
  /** Before the server has answered; `next` is shown at once. */
  | { readonly type: 'give'; readonly given: Given; readonly next: number | null }
  | { readonly type: 'refuse'; readonly given: Given; readonly message: string | null }
  | { readonly type: 'skip'; readonly next: number | null }
  /** Before the server has answered. */
  | { readonly type: 'undo'; readonly alertId: number }
  | { readonly type: 'undone'; readonly alertId: number }
  /** `given` is null where the verdict was not of this visit. */
  | { readonly type: 'undoFailed'; readonly given: Given | null; readonly message: string | null }
  | { readonly type: 'noteKept'; readonly id: number }
  | { readonly type: 'failed'; readonly message: string | null };

export const startingAt = (shown: number): DeskState => ({
  shown,
  choosing: null,
  drafts: {},
  skipped: [],
  given: [],
  told: null,
});

export function deskReducer(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'show':
      return event.id === state.shown ? state : { ...state, shown: event.id, choosing: null, told: null };
    case 'choose':
      return { ...state, choosing: event.verdict };
    case 'draft':
      return { ...state, drafts: { ...state.drafts, [event.id]: event.text } };
    case 'give': {
      const { given, next } = event;
      return {
        ...state,
        shown: next,
        choosing: null,
        drafts: without(state.drafts, given.alertId),
        given: [...state.given, given],
        told: { kind: 'given', given },
      };
    }
    case 'refuse': {
      const { given, message } = event;
      return {
        ...state,
        shown: given.alertId,
        choosing: null,
        drafts: given.note === null ? state.drafts : { ...state.drafts, [given.alertId]: given.note },
        given: state.given.filter((one) => one !== given),
        told: { kind: 'returned', given, message },
      };
    }
    case 'skip':
      if (event.next === null) return { ...state, choosing: null, told: { kind: 'noneFree' } };
      return {
        ...state,
        shown: event.next,
        choosing: null,
        skipped: state.shown === null ? state.skipped : [...state.skipped, state.shown],
        told: null,
      };
    case 'undo':
      return { ...state, given: state.given.filter(({ alertId }) => alertId !== event.alertId) };
    case 'undone':
      return {
        ...state,
        shown: event.alertId,
        choosing: null,
        told: { kind: 'undone', alertId: event.alertId },
      };
    case 'undoFailed': {
      const given = event.given === null ? state.given : [...state.given, event.given];
      return { ...failed(state, event.message), given };
    }
    case 'noteKept':
      return { ...state, drafts: without(state.drafts, event.id), told: { kind: 'noteKept' } };
    case 'failed':
      return failed(state, event.message);
  }
}

/** That a verdict was not stored is not covered by what fails after it. */
const failed = (state: DeskState, message: string | null): DeskState =>
  state.told?.kind === 'returned' ? state : { ...state, told: { kind: 'failed', message } };

function without(drafts: DeskState['drafts'], id: number): DeskState['drafts'] {
  const { [id]: _, ...rest } = drafts;
  return rest;
}
