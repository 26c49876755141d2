import { expect, it } from 'vitest';
import { caseAround, gatherCases } from './cases.ts';

const alert = (id: number, customer: number, terminal: number) => ({ id, customer, terminal });
const ids = (cases: readonly (readonly { id: number }[])[]) => cases.map((own) => own.map(({ id }) => id));

it('gathers alerts that share a card or a terminal, also through others, and keeps their order', () => {
  const alerts = [
    alert(1, 10, 100),
    alert(2, 20, 200),
    alert(3, 10, 300),
    alert(4, 40, 400),
    alert(5, 50, 300),
    alert(6, 20, 400),
  ];
  expect(ids(gatherCases(alerts))).toEqual([
    [1, 3, 5],
    [2, 4, 6],
  ]);
});

it('does not take a card for the terminal of the same number', () => {
  expect(ids(gatherCases([alert(1, 7, 8), alert(2, 8, 7)]))).toEqual([[1], [2]]);
  expect(gatherCases([])).toEqual([]);
});

it('lists around an alert what has the most in common with it first', () => {
  const own = alert(3, 10, 100);
  const open = [
    alert(1, 30, 300),
    alert(2, 20, 300),
    own,
    alert(4, 20, 100),
    alert(5, 10, 400),
    alert(6, 10, 100),
    alert(7, 77, 777),
  ];
  expect(caseAround(own, open)).toEqual([6, 5, 4, 1, 2]);
  expect(caseAround(alert(9, 88, 888), open)).toEqual([]);
});
