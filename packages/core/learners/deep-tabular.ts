/** Trains the deep tabular network: each member on its own bootstrap resample, stopped by the rows it has not seen. */
import { fitUnits } from '../prepare/piecewise-linear.ts';
import { createRandom, type Random, shuffle } from '../random.ts';
import {
  AdamW,
  compileTrainingStep,
  exportGraph,
  type HostTensor,
  openSession,
  tf,
} from '../tensor/index.ts';
import type { FitOptions, FittedLearner, Learner, PreparedRows } from './contract.ts';
import { deviationOf } from './deviation.ts';
import { integratedGradients } from './integrated-gradients.ts';
import { logisticLoss } from './logistic-loss.ts';
import {
  type Architecture,
  byWeight,
  decayedWeights,
  firstWeights,
  memberLogOdds,
  type Weights,
  weightNames,
  weightShapes,
} from './network.ts';

export interface DeepTabularSettings {
  readonly members: number;
  readonly hidden: readonly [number, number];
  readonly bins: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly batchRows: number;
  readonly mostEpochs: number;
  /** Epochs without a better validation loss after which the best weights are taken. */
  readonly patience: number;
}

/**
 * The members are the bootstrap refits: member m counts each row Poisson(1) times. The prediction is the mean of their
 * log-odds. Rows that a member has not drawn (about 37 %) are its validation rows, so none is lost to a split.
 */
export function deepTabular(settings: DeepTabularSettings): Learner {
  const { hidden, ...figures } = settings;
  return {
    name: 'deepTabular',
    parameters: { ...figures, hiddenFirst: hidden[0], hiddenSecond: hidden[1] },
    fit: (data, options) => fit(data, settings, options),
  };
}

async function fit(
  data: PreparedRows,
  settings: DeepTabularSettings,
  options: FitOptions,
): Promise<FittedLearner> {
  const { rows, columns, labels } = data;
  const { signal, onEpoch } = options;
  const { members, mostEpochs } = settings;
  const random = createRandom(options.seed);
  const architecture: Architecture = {
    columns: columns.length,
    units: fitUnits(data.z, columns, settings.bins),
    members,
    hidden: settings.hidden,
  };
  const counts = Float32Array.from({ length: members * rows }, random.poisson);
  const events = labels.reduce((sum, label) => sum + label, 0);
  const training = await openTraining(
    architecture,
    settings,
    Math.log(events / (rows - events)),
    random,
    rows,
  );
  try {
    let best = { loss: Number.POSITIVE_INFINITY, epoch: 0, weights: training.weights() };
    for (let epoch = 1; epoch <= mostEpochs; epoch++) {
      let [sum, steps] = [0, 0];
      for (const batch of batches(data, counts, settings, random)) {
        signal.throwIfAborted();
        sum += await training.step(batch);
        steps++;
      }
      signal.throwIfAborted();
      const weights = training.weights();
      const loss = outOfBagLoss(await training.logOdds(weights, data.z), counts, labels);
      if (loss < best.loss) best = { loss, epoch, weights };
      const done = epoch === mostEpochs || epoch - best.epoch >= settings.patience;
      onEpoch({ epoch, trainLoss: sum / steps, validationLoss: loss, share: done ? 1 : epoch / mostEpochs });
      if (done) break;
    }
    return fitted(architecture, best.weights);
  } finally {
    await training.release();
  }
}

type Batch = Readonly<Record<'z' | 'y' | 'weight', Float32Array>>;

/** The compiled training step, and the same network's forward pass over all rows. */
async function openTraining(
  architecture: Architecture,
  settings: DeepTabularSettings,
  startLogOdds: number,
  random: Random,
  rows: number,
) {
  const { columns, members } = architecture;
  const batch = Math.min(settings.batchRows, rows);
  const shapes = weightShapes(architecture);
  const first = firstWeights(architecture, startLogOdds, random);
  const variables = tf.tidy(() => byWeight((name) => tf.variable(hostToTensor(first[name]))));
  const optimizer = new AdamW(
    settings.learningRate,
    settings.weightDecay,
    decayedWeights.map((name) => variables[name]),
  );
  const step = await compileTrainingStep({
    inputs: {
      z: { shape: [batch, columns], dtype: 'float32' },
      y: { shape: [1, batch], dtype: 'float32' },
      weight: { shape: [members, batch], dtype: 'float32' },
    },
    optimizer,
    loss: ({ z, y, weight }) =>
      tf.mean(
        tf.mul(
          weight,
          logisticLoss(y, memberLogOdds(architecture, variables, tf.reshape(z, [batch, columns]))),
        ),
      ),
    variables: weightNames.map((name) => variables[name]),
  });
  // The weights are inputs here, so that one session serves every epoch.
  const forward = await openSession(
    exportGraph({
      inputs: {
        z: { shape: [rows, columns], dtype: 'float32' },
        ...byWeight((name) => ({ shape: shapes[name], dtype: 'float32' as const })),
      },
      outputs: (inputs) => ({
        logOdds: memberLogOdds(
          architecture,
          byWeight((name) => inputs[name]),
          tf.reshape(inputs.z, [rows, columns]),
        ),
      }),
    }),
  );
  return {
    step: (given: Batch) => step.run(given),
    weights(): Weights<HostTensor> {
      const state = step.state();
      return byWeight((name) => state[variables[name].name]);
    },
    async logOdds(weights: Weights<HostTensor>, z: Float32Array): Promise<HostTensor['data']> {
      const outputs = await forward.run({
        z: { shape: [rows, columns], dtype: 'float32', data: z },
        ...weights,
      });
      return outputs.logOdds.data;
    },
    async release(): Promise<void> {
      await step.release();
      await forward.release();
      optimizer.dispose();
      tf.dispose(weightNames.map((name) => variables[name]));
    },
  };
}

/** All rows once in a new order, in batches of one size; the rows left over wait for another epoch. */
function* batches(
  { z, rows, columns, labels }: PreparedRows,
  counts: Float32Array,
  settings: DeepTabularSettings,
  random: Random,
): Generator<Batch> {
  const size = Math.min(settings.batchRows, rows);
  const width = columns.length;
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  shuffle(order, random);
  for (let start = 0; start + size <= rows; start += size) {
    const batch = {
      z: new Float32Array(size * width),
      y: new Float32Array(size),
      weight: new Float32Array(settings.members * size),
    };
    for (let place = 0; place < size; place++) {
      const row = order[start + place];
      batch.z.set(z.subarray(row * width, (row + 1) * width), place * width);
      batch.y[place] = labels[row];
      for (let member = 0; member < settings.members; member++) {
        batch.weight[member * size + place] = counts[member * rows + row];
      }
    }
    yield batch;
  }
}

/** Log loss of the mean log-odds of those members that have not drawn the row; rows drawn by all are left out. */
function outOfBagLoss(logOdds: ArrayLike<number>, counts: Float32Array, labels: Uint8Array): number {
  const rows = labels.length;
  let [loss, judged] = [0, 0];
  for (let row = 0; row < rows; row++) {
    let [sum, members] = [0, 0];
    for (let place = row; place < counts.length; place += rows) {
      if (counts[place] > 0) continue;
      sum += logOdds[place];
      members++;
    }
    if (members === 0) continue;
    const x = sum / members;
    loss += Math.max(x, 0) - x * labels[row] + Math.log1p(Math.exp(-Math.abs(x)));
    judged++;
  }
  return loss / judged;
}

function fitted(architecture: Architecture, frozen: Weights<HostTensor>): FittedLearner {
  const refits = (z: tf.Tensor2D): tf.Tensor2D =>
    tf.transpose(
      memberLogOdds(
        architecture,
        byWeight((name) => hostToTensor(frozen[name])),
        z,
      ),
    );
  const average = () => tf.fill([architecture.members, 1], 1 / architecture.members);
  return {
    replicates: architecture.members,
    predict(z) {
      const all = refits(z);
      return { logOdds: tf.matMul(all, average()), deviation: deviationOf(all) };
    },
    contributions: (z) => integratedGradients((at) => tf.matMul(refits(at), average()), z),
  };
}

function hostToTensor({ data, shape, dtype }: HostTensor): tf.Tensor {
  return tf.tensor(data, [...shape], dtype);
}
