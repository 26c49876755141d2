/** Writes simulated days in the layout of a transactions file: what read.ts reads. */
import { scenarioOfCode } from './layout.ts';
import { minorUnitsPerUnit } from './records.ts';
import { daySeconds } from './simulation/settings.ts';
import type { SimulatedDay } from './simulation/simulate.ts';

/** Lines that are handed on together: a day of a large world is too long for one text. */
const linesTogether = 10_000;

const twoDigits = Array.from({ length: minorUnitsPerUnit }, (_, number) => String(number).padStart(2, '0'));

export const transactionsCsv = {
  header:
    'TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,TX_TIME_SECONDS,TX_TIME_DAYS,TX_FRAUD,TX_FRAUD_SCENARIO\n',
  /** The lines of a day, some thousands a text. */
  *rows({ day, startSeconds, transactions }: SimulatedDay): Generator<string> {
    const date = new Date(startSeconds * 1000).toISOString().slice(0, 10);
    let text = '';
    for (const [place, transaction] of transactions.entries()) {
      const { id, timeSeconds, customer, terminal, amountMinor, fraud, scenario } = transaction;
      const time = timeSeconds - startSeconds;
      const clock = `${twoDigits[Math.floor(time / 3_600)]}:${twoDigits[Math.floor(time / 60) % 60]}:${twoDigits[time % 60]}`;
      const amount = `${Math.floor(amountMinor / minorUnitsPerUnit)}.${twoDigits[amountMinor % minorUnitsPerUnit]}`;
      const label = `${fraud ? 1 : 0},${scenarioOfCode.indexOf(scenario)}`;
      text += `${id},${date} ${clock},${customer},${terminal},${amount},${day * daySeconds + time},${day},${label}\n`;
      if ((place + 1) % linesTogether === 0) {
        yield text;
        text = '';
      }
    }
    if (text !== '') yield text;
  },
} as const;
