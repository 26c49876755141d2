/** What a transactions file's cells must hold beyond their kind: the rows that break a rule, with place and counts. */
import { type BadCells, badCellCollection } from '@praxis/core';
import type { TransactionColumns } from './columns.ts';
import { scenarioOfCode } from './layout.ts';
import { largestAmountMinor, latestSeconds, minorUnitsPerUnit } from './records.ts';

const isWhole = (value: number) => Number.isSafeInteger(value) && value >= 0;

/** Amounts have passed through binary fractions: 57.16 may stand as 57.160000000000004. */
const amountTolerance = 1e-6;

/** Every cell that breaks a rule; cells that are missing (NaN) are left to whoever found them so. */
export function brokenRules(columns: TransactionColumns): BadCells {
  const bad = badCellCollection();
  const { id, time, customer, terminal, amount, fraud, scenario, rows } = columns;
  const repeated = firstRows(id);
  for (let row = 0; row < rows; row++) {
    const refuse = (column: string, found: number | string, expected: string) =>
      bad.add({ row: row + 1, line: null, column, found: String(found), expected });

    const first = repeated.get(id[row]);
    if (isWrong(id[row], isWhole)) refuse('TRANSACTION_ID', id[row], 'a whole number from 0');
    else if (first !== undefined && first !== row) {
      refuse('TRANSACTION_ID', id[row], `an id of its own (row ${first + 1} has it)`);
    }
    if (isWrong(time[row], (milliseconds) => milliseconds >= 0 && milliseconds / 1000 <= latestSeconds)) {
      refuse('TX_DATETIME', new Date(time[row]).toISOString(), 'a time from 1970 to 2105');
    }
    if (isWrong(customer[row], isWhole)) refuse('CUSTOMER_ID', customer[row], 'a whole number from 0');
    if (isWrong(terminal[row], isWhole)) refuse('TERMINAL_ID', terminal[row], 'a whole number from 0');
    const amountRule = brokenAmountRule(amount[row]);
    if (amountRule !== null) refuse('TX_AMOUNT', amount[row], amountRule);
    if (scenario !== null && isWrong(scenario[row], (code) => code in scenarioOfCode)) {
      refuse('TX_FRAUD_SCENARIO', scenario[row], `a whole number from 0 to ${scenarioOfCode.length - 1}`);
    } else if (scenario !== null && fraud?.[row] === 0 && scenario[row] > 0) {
      refuse('TX_FRAUD_SCENARIO', scenario[row], '0, because TX_FRAUD is 0');
    }
  }
  return bad.all();
}

function isWrong(value: number, holds: (value: number) => boolean): boolean {
  return !Number.isNaN(value) && !holds(value);
}

function brokenAmountRule(amount: number): string | null {
  const minor = amount * minorUnitsPerUnit;
  if (amount < 0) return 'an amount that is not negative';
  if (minor > largestAmountMinor) return `an amount of at most ${largestAmountMinor / minorUnitsPerUnit}`;
  if (Math.abs(minor - Math.round(minor)) > amountTolerance * Math.max(1, minor)) {
    return 'an amount of at most two decimals';
  }
  return null;
}

/** The first row of each id that stands in more than one. */
function firstRows(ids: Float64Array): ReadonlyMap<number, number> {
  const sorted = ids.toSorted();
  const repeated = new Set<number>();
  for (let place = 1; place < sorted.length; place++) {
    if (sorted[place] === sorted[place - 1]) repeated.add(sorted[place]);
  }
  const first = new Map<number, number>();
  if (repeated.size === 0) return first;
  for (let row = 0; row < ids.length; row++) {
    if (repeated.has(ids[row]) && !first.has(ids[row])) first.set(ids[row], row);
  }
  return first;
}
