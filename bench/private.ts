/** `npm run bench:private`: what differentially private training costs in AUROC, on open data, in cross-validation. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  type FeatureBounds,
  type FitOptions,
  featureMatrix,
  fitLogistic,
  fitPrivateLogistic,
  foldSplits,
  type LabelledMatrix,
  type PrivateSettings,
  performanceOf,
  readTable,
  stratifiedFolds,
  type TrainingRows,
  traceLogistic,
  tracePrivateLogistic,
} from '../packages/core/index.ts';
import { exportGraph, openSession, tf } from '../packages/core/tensor/index.ts';

/** A table with bounds that can be said of such people or loans without a look at these ones. */
interface DataSet {
  readonly name: string;
  readonly file: string;
  readonly target: string;
  readonly positive: string;
  readonly drop: readonly string[];
  readonly bounds: Readonly<Record<string, FeatureBounds>>;
}

const upTo = (high: number): FeatureBounds => ({ low: 0, high });

const dataSets: readonly DataSet[] = [
  {
    name: 'flchain (death)',
    file: 'flchain.csv.gz',
    target: 'death',
    positive: '1',
    // The follow-up ends at death, and the chapter is its cause.
    drop: ['futime', 'chapter'],
    bounds: {
      age: { low: 50, high: 100 },
      'sample.yr': { low: 1995, high: 2003 },
      kappa: upTo(5),
      lambda: upTo(5),
      'flc.grp': { low: 1, high: 10 },
      creatinine: { low: 0.4, high: 2 },
      mgus: upTo(1),
    },
  },
  {
    name: 'lending-club (bad loan)',
    file: 'lending-club.csv.gz',
    target: 'Class',
    positive: 'bad',
    // The interest rate says what the grade says; the states would be 50 levels of few rows.
    drop: ['sub_grade', 'addr_state'],
    bounds: {
      funded_amnt: { low: 1000, high: 40_000 },
      int_rate: { low: 5, high: 31 },
      annual_inc: upTo(200_000),
      delinq_2yrs: upTo(5),
      inq_last_6mths: upTo(5),
      revol_util: upTo(100),
      acc_now_delinq: upTo(1),
      open_il_6m: upTo(10),
      open_il_12m: upTo(5),
      open_il_24m: upTo(10),
      total_bal_il: upTo(200_000),
      all_util: upTo(100),
      inq_fi: upTo(5),
      inq_last_12m: upTo(10),
      delinq_amnt: upTo(1000),
      num_il_tl: upTo(30),
      total_il_high_credit_limit: upTo(200_000),
    },
  },
];

/** The same for all data sets and all ε. */
const training = {
  name: 'privateLogistic',
  delta: 1e-5,
  samplingRate: 0.1,
  steps: 1000,
  learningRate: 2,
  penalty: 1,
  randomness: 'seeded',
} as const;
const clips = [1, 2];
const folds = 5;

const quiet = {
  threads: 1,
  onEpoch: () => {},
  signal: new AbortController().signal,
  checkpoint: null,
};

const { values } = parseArgs({ options: { repeats: { type: 'string', default: '3' } } });
const repeats = Number(values.repeats);

async function readMatrix({ file, target, positive, drop }: DataSet): Promise<LabelledMatrix | null> {
  const path = fileURLToPath(new URL(`../../shared/data/open/${file}`, import.meta.url));
  if (!existsSync(path)) return null;
  const read = await readTable(path);
  if (!read.ok) throw new Error(read.error.message);
  const matrix = featureMatrix(read.value.table, { target, positive, drop });
  if (!matrix.ok) throw new Error(matrix.error.message);
  return matrix.value;
}

interface Figures {
  readonly auroc: number;
  readonly slope: number;
  readonly noise: number | null;
}

async function measure({ name, bounds }: DataSet, matrix: LabelledMatrix): Promise<void> {
  const events = matrix.labels.reduce((sum, label) => sum + label, 0);
  const open = await crossValidated(matrix, async (data, options) => {
    const fit = await fitLogistic(data, { name: 'logisticRegression', penalty: 1, replicates: 0 }, options);
    return { noise: null, trace: (raw) => traceLogistic(fit, raw).logOdds };
  });
  const lead = `| ${name} | ${matrix.rows} | ${events} `;
  console.log(`${lead}| none | – | – | ${open.auroc.toFixed(3)} | – | ${open.slope.toFixed(2)} |`);
  for (const epsilon of [8, 3, 1]) {
    for (const clip of clips) {
      const settings: PrivateSettings = { ...training, budget: { epsilon }, clip, bounds };
      const own = await crossValidated(matrix, async (data, options) => {
        const fit = await fitPrivateLogistic(data, settings, options);
        return { noise: fit.privacy.noiseMultiplier, trace: (raw) => tracePrivateLogistic(fit, raw).logOdds };
      });
      const lost = (open.auroc - own.auroc).toFixed(3);
      const figures = [
        epsilon,
        clip,
        own.noise?.toFixed(2),
        own.auroc.toFixed(3),
        lost,
        own.slope.toFixed(2),
      ];
      console.log(`${lead}| ${figures.join(' | ')} |`);
    }
  }
}

interface Fit {
  readonly noise: number | null;
  readonly trace: (raw: tf.Tensor2D) => tf.Tensor2D;
}

/** Means over the repeats, each with folds and noise of its own. */
async function crossValidated(
  matrix: LabelledMatrix,
  learn: (data: TrainingRows, options: FitOptions) => Promise<Fit>,
): Promise<Figures> {
  let [auroc, slope, noise]: [number, number, number | null] = [0, 0, null];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const probabilities = new Float64Array(matrix.rows);
    const fold = stratifiedFolds(matrix.labels, folds, repeat);
    for (const [index, { train, test }] of foldSplits(fold, folds).entries()) {
      const seed = repeat * folds + index;
      const fitted = await learn(rowsOf(matrix, train), { ...quiet, seed });
      noise = fitted.noise;
      const scored = await score(fitted, rowsOf(matrix, test));
      for (const [place, row] of test.entries()) probabilities[row] = scored[place];
    }
    const performance = performanceOf(matrix.labels, probabilities, repeat);
    auroc += performance.auroc.value / repeats;
    slope += performance.calibrationSlope.value / repeats;
  }
  return { auroc, slope, noise };
}

function rowsOf({ features, values, labels }: LabelledMatrix, rows: Int32Array): TrainingRows {
  const width = features.length;
  const own = new Float32Array(rows.length * width);
  rows.forEach((row, place) => {
    own.set(values.subarray(row * width, (row + 1) * width), place * width);
  });
  return {
    features,
    rows: rows.length,
    values: own,
    labels: Uint8Array.from(rows, (row) => labels[row]),
    weights: null,
  };
}

async function score({ trace }: Fit, { rows, features, values }: TrainingRows): Promise<Float64Array> {
  const width = features.length;
  const session = await openSession(
    exportGraph({
      inputs: { raw: { shape: ['batch', width], dtype: 'float32' } },
      outputs: ({ raw }) => ({ probability: tf.sigmoid(trace(tf.reshape(raw, [raw.shape[0], width]))) }),
    }),
  );
  const { probability } = await session.run({
    raw: { shape: [rows, width], dtype: 'float32', data: values },
  });
  await session.release();
  return Float64Array.from(probability.data);
}

console.log('| data | rows | events | ε | clip | noise σ | AUROC | lost | slope |');
console.log('|---|---|---|---|---|---|---|---|---|');
for (const dataSet of dataSets) {
  const matrix = await readMatrix(dataSet);
  if (matrix === null)
    console.error(`${dataSet.name} is left out: ../shared/data/open/${dataSet.file} is not there.`);
  else await measure(dataSet, matrix);
}
