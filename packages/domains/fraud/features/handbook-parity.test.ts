import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { csvNumber, readCsv } from '@praxis/core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readTransactions } from '../data/read.ts';
import { features } from './definitions.ts';
import { FeatureState } from './state.ts';
import { labelDelaySeconds, monthSeconds } from './windows.ts';

const reference = new URL('../../../../../shared/data/reference/fraud/', import.meta.url);
const transactionsFile = fileURLToPath(new URL('handbook-transactions-to-2018-08-21.csv.gz', reference));
const featuresFile = fileURLToPath(new URL('handbook-features-2018-07-25-to-2018-08-14.csv.gz', reference));
const referenceIsHere = existsSync(transactionsFile) && existsSync(featuresFile);

/** The handbook's columns, and what they are called here. */
const columns = {
  TX_AMOUNT: 'amount',
  TX_DURING_WEEKEND: 'weekend',
  TX_DURING_NIGHT: 'night',
  CUSTOMER_ID_NB_TX_1DAY_WINDOW: 'customerCount1Day',
  CUSTOMER_ID_AVG_AMOUNT_1DAY_WINDOW: 'customerMean1Day',
  CUSTOMER_ID_NB_TX_7DAY_WINDOW: 'customerCount7Days',
  CUSTOMER_ID_AVG_AMOUNT_7DAY_WINDOW: 'customerMean7Days',
  CUSTOMER_ID_NB_TX_30DAY_WINDOW: 'customerCount30Days',
  CUSTOMER_ID_AVG_AMOUNT_30DAY_WINDOW: 'customerMean30Days',
  TERMINAL_ID_NB_TX_1DAY_WINDOW: 'terminalKnownCount1Day',
  TERMINAL_ID_RISK_1DAY_WINDOW: 'terminalRisk1Day',
  TERMINAL_ID_NB_TX_7DAY_WINDOW: 'terminalKnownCount7Days',
  TERMINAL_ID_RISK_7DAY_WINDOW: 'terminalRisk7Days',
  TERMINAL_ID_NB_TX_30DAY_WINDOW: 'terminalKnownCount30Days',
  TERMINAL_ID_RISK_30DAY_WINDOW: 'terminalRisk30Days',
};

/**
 * Two payments of customer 3414 in one second: the handbook counts the second one first. Here the one that stands first in
 * the file came first.
 */
const twins = [1_240_489, 1_240_490];

/** Nothing before this moment enters a feature of the days that are compared. */
const from = Date.UTC(2018, 6, 25) / 1000 - labelDelaySeconds - monthSeconds;
const to = Date.UTC(2018, 7, 15) / 1000;

test.skipIf(!referenceIsHere)(
  `the handbook's 15 features of three weeks are these, to 1e-6${referenceIsHere ? '' : ' (skipped: reference data not here)'}`,
  async () => {
    const names = ['TRANSACTION_ID', ...Object.keys(columns)];
    const shape = Object.fromEntries(names.map((column) => [column, csvNumber]));
    const read = await readCsv(featuresFile, z.object(shape));
    const transactions = await readTransactions(transactionsFile);
    if (!read.ok) throw new Error(read.error.message);
    if (!transactions.ok) throw new Error(transactions.error.message);
    const places = Object.values(columns).map((name) =>
      features.findIndex((feature) => feature.name === name),
    );
    const wanted = new Map(
      read.value.rows.map((row) => [row.TRANSACTION_ID, Object.keys(columns).map((column) => row[column])]),
    );

    const state = new FeatureState();
    const row = new Float64Array(features.length);
    const largest = new Float64Array(places.length);
    let compared = 0;
    for (const transaction of transactions.value.transactions) {
      if (transaction.timeSeconds <= from || transaction.timeSeconds >= to) continue;
      state.observe(transaction, row);
      if (transaction.fraud) state.learnLabel(transaction.id, true, transaction.timeSeconds);
      const handbook = wanted.get(transaction.id);
      if (handbook === undefined || twins.includes(transaction.id)) continue;
      compared++;
      for (let column = 0; column < places.length; column++) {
        const difference = Math.abs(row[places[column]] - handbook[column]);
        if (!(difference <= largest[column])) largest[column] = difference;
      }
    }
    expect(compared).toBe(201_293);
    expect(Math.max(...largest)).toBeLessThan(1e-6);
  },
  600_000,
);
