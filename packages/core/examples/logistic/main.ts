/** `npm run example:logistic`: learns to tell two classes apart and shows each step of it. Told in docs/learning.md. */
import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asCsv, exampleData } from './example-data.ts';
import { countRight, exampleLearning, type LearntModel, learn, type Samples } from './learn.ts';
import { scatterPlot } from './scatter-plot.ts';

const { values } = parseArgs({
  options: {
    plot: {
      type: 'string',
      default: fileURLToPath(new URL('../../../../docs/pictures/learning.svg', import.meta.url)),
    },
    csv: { type: 'string' },
  },
});

const data = exampleData();
const { train, test } = data;
console.log(
  `${train.rows + test.rows} samples of ${train.features} features: ${train.rows} to learn from, ${test.rows} to test with\n`,
);
if (values.csv) await writeFile(values.csv, asCsv(data));

console.log('  step      loss   steepest slope');
let last = { step: 0, line: '' };
const model = await learn(train, {
  ...exampleLearning,
  onStep(step, loss, slope) {
    const line = `${String(step).padStart(6)}  ${loss.toFixed(6)}   ${slope.toExponential(1)}`;
    // 1, 2, 5, 10, 20, 50, …
    if (/^[125]0*$/.test(String(step))) console.log(line);
    last = { step, line };
  },
});
console.log(`${last.line}   converged\n`);

console.log('feature   weight');
for (const [feature, weight] of model.weights.entries()) {
  console.log(`${String(feature + 1).padStart(7)}  ${weight.toFixed(3).padStart(7)}`);
}
console.log(`intercept ${model.intercept.toFixed(3).padStart(6)}\n`);

console.log(`accuracy on the training samples ${accuracy(model, train)}`);
console.log(`accuracy on the test samples     ${accuracy(model, test)}`);

const [across, up] = heaviest(model);
await writeFile(values.plot, scatterPlot({ across, up, train, test }));
console.log(`\nplot of features ${across + 1} and ${up + 1}: ${relative('', values.plot)}`);

function accuracy(learnt: LearntModel, samples: Samples): string {
  const right = countRight(learnt, samples);
  return `${(right / samples.rows).toFixed(3)} (${right} of ${samples.rows})`;
}

/** The two features with the largest weights. */
function heaviest({ weights }: LearntModel): readonly [number, number] {
  const [first, second] = [...weights.keys()].sort((a, b) => Math.abs(weights[b]) - Math.abs(weights[a]));
  return [first, second];
}
