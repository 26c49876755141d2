/** `npm run bench:learners`: our `auto` and its candidates against scikit-learn and LightGBM. Results on standard output. */
import { compare } from './compare.ts';
import { readOptions, usage } from './options.ts';
import { meanRanks } from './ranks.ts';
import type { ResultLine } from './schema.ts';
import { rankTable, table } from './table.ts';

const progress = (text: string) => process.stderr.write(`${text}\n`);
const print = (text: string) => process.stdout.write(`${text}\n`);

try {
  const options = readOptions(process.argv.slice(2), process.env);
  const forPeople = options.json ? progress : print;
  const results: ResultLine[] = [];
  for (const dataSet of options.dataSets) {
    const matrix = await dataSet.read();
    if (matrix === null) {
      progress(`${dataSet.name} is left out: ${dataSet.file} is missing`);
      continue;
    }
    const line = await compare(dataSet, matrix, options, progress);
    results.push(line);
    if (options.json) print(JSON.stringify(line));
    forPeople(table(line));
  }
  if (results.length > 1) forPeople(rankTable(meanRanks(results), results.length));
} catch (error) {
  progress(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}
