import { expect, test } from 'vitest';
import { fitsOf, halve } from './halving.ts';

/** The higher a trial's number, the better it is. */
async function race(trials: number, folds: number, budget = Number.POSITIVE_INFINITY) {
  const seen: string[] = [];
  const judge = async (trial: number, fold: number) => {
    if (seen.length === budget) return false;
    seen.push(`${trial}/${fold}`);
    return true;
  };
  const finalists = await halve({ trials, folds, judge, loss: (trial) => -trial });
  return { seen, finalists };
}

test('the better half of the rivals goes on to the next fold, and the first trial always', async () => {
  const { seen, finalists } = await race(8, 3);
  const onFold = (fold: number) =>
    seen.filter((one) => one.endsWith(`/${fold}`)).map((one) => Number(one[0]));
  expect(onFold(0)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(onFold(1)).toEqual([0, 7, 6, 5, 4]);
  expect(onFold(2)).toEqual([0, 7, 6]);
  expect(finalists).toEqual({ trials: [0, 7, 6], folds: 3 });
  // Somebody is left to be compared with the first, however few begin.
  expect((await race(2, 4)).finalists.trials).toEqual([0, 1]);
});

test.each([1, 2, 5, 16])('of %i trials as many fits are made as were foretold', async (trials) => {
  const { seen } = await race(trials, 4);
  expect(seen.length).toBe(fitsOf(trials, 4));
});

test('where the budget ends, trials are compared on folds that all of them have seen', async () => {
  expect((await race(8, 3, 0)).finalists.folds).toBe(0);
  expect((await race(8, 3, 5)).finalists).toEqual({ trials: [0, 1, 2, 3, 4], folds: 1 });
  // On the second fold only some were judged: the first decides among all.
  expect((await race(8, 3, 10)).finalists).toEqual({ trials: [0, 1, 2, 3, 4, 5, 6, 7], folds: 1 });
});
