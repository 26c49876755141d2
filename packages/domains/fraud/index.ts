/** The fraud vertical's door. */
export { type LabelledTransaction, type Scenario, scenarios, type Transaction } from './data/records.ts';
