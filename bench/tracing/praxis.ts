/** Trains the product's recurrent model of knowledge in a process of its own and times its second epoch. */
import { fitSequences } from '../../packages/core/index.ts';
import { recurrentSettings, tracingData } from '../../packages/domains/practice/index.ts';
import { readLearners } from './learners.ts';
import { job } from './schema.ts';

/** Attempts of a learner who is judged in a moment. */
const fewAttempts = 20;

const { file, learners, threads } = job.parse(JSON.parse(process.argv[2] ?? ''));
const responses = await readLearners(file, learners);
// What is judged after an epoch falls into the time between two, so it is little.
const judged = responses.learners.filter(({ attempts }) => attempts.length <= fewAttempts).slice(0, 20);
const few = { ...responses, learners: judged };
const { training, validation } = tracingData({ training: responses, validation: few, test: few });
const ends: { readonly seconds: number; readonly cpuSeconds: number }[] = [];
await fitSequences(
  training.rows.sequences,
  validation.rows.sequences,
  { ...recurrentSettings, mostEpochs: 2 },
  {
    seed: 0,
    threads,
    signal: new AbortController().signal,
    onEpoch: () => {
      const { user, system } = process.cpuUsage();
      ends.push({ seconds: performance.now() / 1e3, cpuSeconds: (user + system) / 1e6 });
    },
  },
);
const [first, second] = ends;
const interactions = training.sequences.right.length;
const told = {
  interactions,
  seconds: second.seconds - first.seconds,
  cpuSeconds: second.cpuSeconds - first.cpuSeconds,
};
process.stdout.write(`${JSON.stringify(told)}\n`);
