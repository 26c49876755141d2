/** `npm run bench:distil`: what a small student costs in AUROC, and what it wins in bytes and in time. */
import {
  deepDefaults,
  distil,
  distilDefaults,
  type FitOptions,
  type FittedLearner,
  fitLearner,
  inputsOf,
  type LabelledMatrix,
  logOddsOf,
  modelGraph,
  performanceOf,
  selectRows,
  stratifiedFolds,
} from '../packages/core/index.ts';
import { openSession, type Session } from '../packages/core/tensor/index.ts';
import { dataSetNamed } from './learners/data-sets.ts';

const dataSets = ['credit-status', 'diabetes'];
const contenders = ['deep ensemble', 'student'] as const;
const folds = 5;
const seed = 0;
/** Rows of one scoring call, and how often it is timed. */
const scoredRows = 256;
const rounds = 15;

const options: FitOptions = {
  seed,
  threads: 1,
  onEpoch: () => {},
  signal: new AbortController().signal,
  checkpoint: null,
};

interface Line {
  readonly name: string;
  readonly auroc: number;
  readonly logLoss: number;
  /** Of one fit; the student's is without its teacher's. */
  readonly seconds: number;
  readonly bytes: number;
  readonly microseconds: number;
}

/** Each fold's teacher, and the student that learnt from it on the same rows, score the rows that neither has seen. */
async function compare(matrix: LabelledMatrix): Promise<readonly Line[]> {
  const held = stratifiedFolds(matrix.labels, folds, seed);
  const logOdds = contenders.map(() => new Float64Array(matrix.rows));
  const seconds = contenders.map(() => 0);
  let fitted: readonly FittedLearner[] = [];
  for (let fold = 1; fold <= folds; fold++) {
    const train = rowsWhere(held, (own) => own !== fold);
    const test = rowsWhere(held, (own) => own === fold);
    const labels = Uint8Array.from(train, (row) => matrix.labels[row]);
    const data = { ...selectRows(matrix, train), labels, weights: null };
    const [teacher, teaching] = await timed(() => fitLearner(data, deepDefaults, options));
    const taught = await logOddsOf(teacher, data);
    const [student, learning] = await timed(() => distil(data, taught, distilDefaults, options));
    fitted = [teacher, student];
    for (const [index, each] of fitted.entries()) {
      seconds[index] += (index === 0 ? teaching : learning) / folds;
      const found = await logOddsOf(each, selectRows(matrix, test));
      test.forEach((row, place) => {
        logOdds[index][row] = found[place];
      });
    }
  }
  const files = fitted.map((each) => modelGraph(matrix.features, each, { slope: 1, intercept: 0 }));
  const microseconds = await timePerRow(files, matrix);
  return contenders.map((name, index) => {
    const probabilities = logOdds[index].map((score) => 1 / (1 + Math.exp(-score)));
    const { auroc, logLoss } = performanceOf(matrix.labels, probabilities, seed);
    return {
      name,
      auroc: auroc.value,
      logLoss: logLoss.value,
      seconds: seconds[index],
      bytes: files[index].length,
      microseconds: microseconds[index],
    };
  });
}

/** Medians; the files take turns, as the machine has other work. Probability, interval and explanation, one thread. */
async function timePerRow(files: readonly Uint8Array[], matrix: LabelledMatrix): Promise<readonly number[]> {
  const sessions = await Promise.all(files.map((file) => openSession(file)));
  const inputs = inputsOf(matrix, 0, scoredRows);
  const times = sessions.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, session] of sessions.entries()) times[index].push(await onePass(session, inputs));
  }
  await Promise.all(sessions.map((session) => session.release()));
  return times.map((each) => each.toSorted((a, b) => a - b)[(rounds - 1) / 2]);
}

async function onePass(session: Session, inputs: Parameters<Session['run']>[0]): Promise<number> {
  const [, seconds] = await timed(() => session.run(inputs));
  return (seconds * 1e6) / scoredRows;
}

async function timed<Result>(work: () => Promise<Result>): Promise<readonly [Result, number]> {
  const start = performance.now();
  const result = await work();
  return [result, (performance.now() - start) / 1000];
}

function rowsWhere(held: Int8Array, belongs: (own: number) => boolean): Int32Array {
  return Int32Array.from(held.keys()).filter((row) => belongs(held[row]));
}

for (const name of dataSets) {
  const dataSet = dataSetNamed(name);
  const matrix = await dataSet.read();
  if (matrix === null) {
    console.error(`${name} is left out: ${dataSet.file} is missing`);
    continue;
  }
  console.log(`${name}: ${matrix.rows} rows, ${folds} folds`);
  console.table(
    (await compare(matrix)).map(({ name, auroc, logLoss, seconds, bytes, microseconds }) => ({
      model: name,
      AUROC: auroc.toFixed(4),
      'log loss': logLoss.toFixed(4),
      'seconds a fit': seconds.toFixed(1),
      bytes,
      'µs a row': microseconds.toFixed(1),
    })),
  );
}
