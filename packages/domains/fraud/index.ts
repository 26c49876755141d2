/** The fraud vertical's door. */
export { readTransactions, readUnlabelledTransactions, type TransactionsFile } from './data/read.ts';
export { type LabelledTransaction, type Scenario, scenarios, type Transaction } from './data/records.ts';
