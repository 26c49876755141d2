/** `npm run bench:fraud-features`: payments a second that get their features in a replay, on one thread. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { FeatureState, fraudFeatures, readTransactions } from '../packages/domains/fraud/index.ts';

const reference = fileURLToPath(
  new URL('../../shared/data/reference/fraud/handbook-transactions-to-2018-08-21.csv.gz', import.meta.url),
);
const { values: options } = parseArgs({
  options: {
    transactions: { type: 'string', default: reference },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = z.coerce.number().int().positive().parse(options.rounds);
const read = await readTransactions(options.transactions);
if (!read.ok) throw new Error(`bench:fraud-features needs a transactions file: ${read.error.message}`);
const { transactions } = read.value;
const row = new Float64Array(fraudFeatures.length);

for (let round = 1; round <= rounds; round++) {
  const state = new FeatureState();
  const began = performance.now();
  const used = process.cpuUsage();
  for (const transaction of transactions) {
    state.observe(transaction, row);
    if (transaction.fraud) state.learnLabel(transaction.id, true, transaction.timeSeconds);
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  const cpuSeconds = (user + system) / 1e6;
  const result = {
    transactions: transactions.length,
    features: fraudFeatures.length,
    seconds,
    cpuSeconds,
    perSecond: transactions.length / seconds,
    perCpuSecond: transactions.length / cpuSeconds,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  const whole = (value: number) => Math.round(value).toLocaleString('en');
  if (options.json) console.log(JSON.stringify({ round, ...result }));
  else {
    console.log(
      `round ${round}: ${whole(result.transactions)} payments x ${result.features} features in ${seconds.toFixed(1)} s (processor ${cpuSeconds.toFixed(1)} s): ${whole(result.perSecond)} a second, ${whole(result.perCpuSecond)} a processor second; ${whole(result.peakMb)} MB peak`,
    );
  }
}
