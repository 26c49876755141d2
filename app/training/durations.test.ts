import { describe, expect, it } from 'vitest';
import { durationWords, secondsBetween, secondsLeft } from './durations.ts';

const words = (key: string, values: Record<string, number>) => `${key} ${Object.values(values).join(' ')}`;

describe('durations', () => {
  it('are seconds while they are short, then minutes and seconds', () => {
    expect(durationWords(89.4, words)).toBe('seconds 89');
    expect(durationWords(150, words)).toBe('minutesSeconds 2 30');
  });

  it('never run backwards when two clocks differ', () => {
    expect(secondsBetween('2026-11-24T12:00:05.000Z', '2026-11-24T12:00:00.000Z')).toBe(0);
  });
});

describe('the time left', () => {
  it('goes by the pace so far', () => {
    expect(secondsLeft(30, 0.25)).toBe(90);
  });

  it('is not guessed from too little', () => {
    expect(secondsLeft(30, 0.02)).toBeNull();
    expect(secondsLeft(3, 0.5)).toBeNull();
    expect(secondsLeft(60, 1)).toBeNull();
  });
});
