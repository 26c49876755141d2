/** The layout of a transactions file: the Fraud Detection Handbook's, with the codes of this simulator's own scenarios. */
import type { TableSchema } from '@praxis/core';
import { scenarios } from './records.ts';

/** Columns that every transactions file has. The handbook's times bear no zone; they are read as UTC. */
export const paymentColumns = {
  TRANSACTION_ID: { kind: 'number' },
  TX_DATETIME: { kind: 'dateTime' },
  CUSTOMER_ID: { kind: 'number' },
  TERMINAL_ID: { kind: 'number' },
  TX_AMOUNT: { kind: 'number' },
} as const satisfies TableSchema['columns'];

/** Columns of a file whose truth is known; the second need not be there. */
export const labelColumns = {
  TX_FRAUD: { kind: 'boolean' },
  TX_FRAUD_SCENARIO: { kind: 'number', optional: true },
} as const satisfies TableSchema['columns'];

/** Codes of TX_FRAUD_SCENARIO: 0 is none, 1 to 3 are the handbook's scenarios, the others follow in their order. */
export const scenarioOfCode = [null, ...scenarios] as const;
