/** `npm run bench:engine`: Praxis against TensorFlow.js' own backends and PyTorch. Results on standard output. */
import { compare } from './compare.ts';
import { growthInMb, memoryWork } from './memory.ts';
import { type Options, readOptions, usage } from './options.ts';
import { profileOf } from './profile.ts';
import { resultLine } from './schema.ts';
import { summarize } from './summary.ts';
import { table } from './table.ts';
import type { Work } from './works/work.ts';

const progress = (text: string) => process.stderr.write(`${text}\n`);
const print = (text: string) => process.stdout.write(`${text}\n`);

async function measure(work: Work, options: Options): Promise<void> {
  const comparison = await compare(work, options, progress);
  const summary = summarize(work, comparison);
  const grown = options.memory && work.name === memoryWork;
  const line = resultLine.parse(grown ? { ...summary, growthMb: await growthInMb() } : summary);
  const text = table(work, comparison, line);
  if (options.json) {
    print(JSON.stringify(line));
    progress(text);
  } else print(text);
}

try {
  const options = readOptions(process.argv.slice(2), process.env);
  for (const work of options.works) {
    if (options.profile) print(await profileOf(work.name, 1));
    else await measure(work, options);
  }
} catch (error) {
  progress(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}
