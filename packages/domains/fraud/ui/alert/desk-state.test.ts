import { expect, test } from 'vitest';
import { type DeskEvent, type DeskState, deskReducer, type Given, startingAt } from './desk-state.ts';

const after = (...events: readonly DeskEvent[]): DeskState => events.reduce(deskReducer, startingAt(1));
const given: Given = { alertId: 1, verdict: 'fraud', reason: 'cardLeaked', note: 'called twice' };
const writing: DeskEvent = { type: 'draft', id: 1, text: 'called twice' };
const give: DeskEvent = { type: 'give', given, next: 2 };

test('a verdict shows the next alert at once and can be taken back', () => {
  const state = after({ type: 'choose', verdict: 'fraud' }, writing, give);
  expect(state).toMatchObject({ shown: 2, choosing: null, drafts: {}, given: [given] });
  expect(state.told).toEqual({ kind: 'given', given });
});

test('a verdict that is refused brings its alert back with the note, and keeps notes written since', () => {
  const state = after(
    writing,
    give,
    { type: 'draft', id: 2, text: 'looks odd' },
    { type: 'choose', verdict: 'genuine' },
    { type: 'refuse', given, message: 'Ben has closed this alert.' },
  );
  expect(state).toMatchObject({ shown: 1, choosing: null, given: [] });
  expect(state.drafts).toEqual({ 1: 'called twice', 2: 'looks odd' });
  expect(state.told).toEqual({ kind: 'returned', given, message: 'Ben has closed this alert.' });
});

test('that a verdict was not stored stays told though the next request fails too', () => {
  const state = after(give, { type: 'refuse', given, message: null }, { type: 'failed', message: null });
  expect(state.told).toMatchObject({ kind: 'returned' });
});

test('undo takes back the last verdict first, and one that cannot be taken back remains', () => {
  const second: Given = { ...given, alertId: 2, note: null };
  const two = [give, { type: 'give', given: second, next: 3 }] as const;
  const undone = after(...two, { type: 'undo', alertId: 2 }, { type: 'undone', alertId: 2 });
  expect(undone).toMatchObject({ shown: 2, given: [given], told: { kind: 'undone', alertId: 2 } });
  const kept = after(
    ...two,
    { type: 'undo', alertId: 2 },
    { type: 'undoFailed', given: second, message: 'no' },
  );
  expect(kept).toMatchObject({ shown: 3, given: [given, second], told: { kind: 'failed', message: 'no' } });
});

test('leaving an alert for later remembers it; where no other is free the alert stays', () => {
  expect(after({ type: 'skip', next: 5 })).toMatchObject({ shown: 5, skipped: [1], told: null });
  expect(after({ type: 'skip', next: null })).toMatchObject({ shown: 1, told: { kind: 'noneFree' } });
});

test('after the last alert nothing is shown, and a new one can be taken from there', () => {
  const empty = after({ type: 'give', given, next: null });
  expect(empty.shown).toBeNull();
  expect(deskReducer(empty, { type: 'skip', next: 8 })).toMatchObject({ shown: 8, skipped: [] });
});
