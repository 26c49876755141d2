import { expect, it } from 'vitest';
import { readAssumptions, usualAssumptions } from './assumptions.ts';

it('an address that says nothing asks with what is usual', () => {
  const { assumptions, texts, misunderstood } = readAssumptions({});
  expect(assumptions).toEqual(usualAssumptions);
  expect(texts).toEqual({ cards: '100', cost: '5', analyst: '40', loss: '100' });
  expect(misunderstood).toEqual([]);
});

it('an address asks with what it says, cents included', () => {
  const asked = { cards: ' 60 ', cost: '12.35', analyst: '25', loss: '80' };
  const { assumptions, texts, misunderstood } = readAssumptions(asked);
  expect(assumptions).toEqual({
    reviewsPerDay: 60,
    reviewCostMinor: 1_235,
    cardsPerAnalyst: 25,
    lossShare: 0.8,
  });
  expect(texts).toEqual({ ...asked, cards: '60' });
  expect(misunderstood).toEqual([]);
});

it.each([
  ['cards', ['0', '-3', '2.5', '1e9', 'many', 'NaN', '0x1g']],
  ['cost', ['-1', '1.234', '5 €', 'Infinity']],
  ['analyst', ['0', '1.5']],
  ['loss', ['0', '101', '50.5']],
] as const)('what cannot be meant of %s is as usual, and is told with its text', (field, wrong) => {
  for (const text of wrong) {
    const read = readAssumptions({ [field]: text });
    expect([text, read.misunderstood]).toEqual([text, [field]]);
    expect(read.assumptions).toEqual(usualAssumptions);
    expect(read.texts[field]).toBe(text);
  }
});

it('a field that is named twice says nothing', () => {
  expect(readAssumptions({ cards: ['1', '2'] }).assumptions).toEqual(usualAssumptions);
});
