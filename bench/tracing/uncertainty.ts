/** Whether the recurrent model knows where it does not know: its spread against how much a second fit disagrees with it. */
import { fitSequences, predictSequences } from '../../packages/core/index.ts';
import { recurrentSettings, tracingData } from '../../packages/domains/practice/index.ts';
import { readLearners } from './learners.ts';

const [samples, groups] = [20, 5];
const { signal } = new AbortController();

/** Two fits on two halves of the learners, so that they differ as models of so many learners do. */
export async function* uncertaintyLines(file: string, validationFile: string): AsyncGenerator<string> {
  const all = await readLearners(file, Number.POSITIVE_INFINITY);
  const others = await readLearners(validationFile, Number.POSITIVE_INFINITY);
  const middle = Math.floor(all.learners.length / 2);
  const halves = [all.learners.slice(0, middle), all.learners.slice(middle)];
  const fits = [];
  for (const [seed, learners] of halves.entries()) {
    const half = { ...all, learners };
    const { training, validation } = tracingData({ training: half, validation: others, test: half });
    const rows = validation.rows.sequences;
    const options = { seed, threads: 1, signal };
    const fitted = await fitSequences(training.rows.sequences, rows, recurrentSettings, {
      ...options,
      onEpoch: ({ epoch }) => process.stderr.write(`fit ${seed + 1}, epoch ${epoch}\n`),
    });
    fits.push(await predictSequences(fitted, rows, { ...options, samples: seed === 0 ? samples : 0 }));
  }
  const [first, second] = fits;
  const order = Int32Array.from(first.spread, (_, attempt) => attempt).sort(
    (one, other) => first.spread[one] - first.spread[other],
  );
  yield 'attempts by spread   mean spread of log-odds   disagreement of a second fit';
  for (let group = 0; group < groups; group++) {
    const edge = (at: number) => Math.round((at * order.length) / groups);
    const members = [...order.subarray(edge(group), edge(group + 1))];
    const spread = members.reduce((sum, attempt) => sum + first.spread[attempt], 0) / members.length;
    const squares = members.reduce(
      (sum, attempt) => sum + (first.logOdds[attempt] - second.logOdds[attempt]) ** 2,
      0,
    );
    const name = `fifth ${group + 1}`;
    yield `${name.padEnd(20)} ${spread.toFixed(3).padStart(12)} ${Math.sqrt(squares / members.length)
      .toFixed(3)
      .padStart(24)}`;
  }
}
