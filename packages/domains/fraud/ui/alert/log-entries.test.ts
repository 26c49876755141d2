import { expect, test } from 'vitest';
import type { Review } from '../../service/triage-store.ts';
import { logEntries } from './log-entries.ts';

const done = (id: number, event: Review['event'], name: string): Review => ({
  id,
  event,
  reason: null,
  note: event === 'note' ? 'called' : null,
  by: { id: name, name },
  at: new Date('2026-03-02T10:00:00Z'),
});

test('of what one person took and let go in a row the last is told; what comes after something else is told again', () => {
  const reviews = [
    done(0, 'claimed', 'Ana'),
    done(1, 'released', 'Ana'),
    done(2, 'claimed', 'Ana'),
    done(3, 'claimed', 'Ben'),
    done(4, 'note', 'Ben'),
    done(5, 'claimed', 'Ben'),
    done(6, 'claimed', 'Ana'),
  ];
  expect(logEntries(reviews).map(({ id }) => id)).toEqual([2, 3, 4, 5, 6]);
});
