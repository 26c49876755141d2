/** Trains the attention network: whole epochs at a falling rate, so that no row is lost to early stopping. */
import { fitUnits } from '../../prepare/piecewise-linear.ts';
import { fitPreparation, type Preparation } from '../../prepare/preparation.ts';
import { createRandom, shuffle } from '../../random.ts';
import type { HostTensor } from '../../tensor/index.ts';
import type { FitOptions } from '../contract.ts';
import { prepareRows } from '../deep/prepare-rows.ts';
import { FitError } from '../errors.ts';
import type { AttentionArchitecture, AttentionWeights } from './architecture.ts';
import { gather, type PreparedSequences, presentRows, type Sequences } from './sequences.ts';
import type { AttentionSettings } from './settings.ts';
import { openTraining, type Training } from './training.ts';

/** A trained attention network as plain data. */
export interface FittedAttention {
  readonly kind: 'attention';
  readonly preparation: Preparation;
  readonly architecture: AttentionArchitecture;
  readonly weights: AttentionWeights<HostTensor>;
}

export interface LabelledSequences extends Sequences {
  /** 0 or 1, one for each sequence. */
  readonly labels: Uint8Array;
  /** How much each sequence counts. */
  readonly weights: Float32Array;
}

/** Random numbers of one purpose do not depend on how many another took. */
const streams = { firstWeights: 1, order: 2 } as const;

/**
 * Scales and units are measured on the rows that are asked about; what came before them is read with the same. The same
 * sequences, settings and seed give the same numbers. A fit that is killed starts again.
 *
 * @throws FitError `nothingVaries`, `oneClass`; the signal's reason where the fit was stopped; DivergedError where the loss
 * is no longer finite
 */
export async function fitAttention(
  data: LabelledSequences,
  settings: AttentionSettings,
  options: FitOptions,
): Promise<FittedAttention> {
  const { matrix, hours, steps, length, labels } = data;
  const weights = meanOne(data.weights);
  const startLogOdds = logOddsOfMean(labels, weights);
  const present = presentRows(data);
  const preparation = fitPreparation(matrix, present);
  const columns = preparation.columns.length;
  if (columns === 0) throw new FitError('nothingVaries', 'Every feature has one value in all rows.');
  const z = await prepareRows(preparation, matrix);
  const architecture: AttentionArchitecture = {
    columns,
    units: fitUnits(rowsOf(z, columns, present), preparation.columns, settings.bins),
    stepColumns: stepColumnsOf(preparation, settings.stepFeatures),
    length,
    width: settings.width,
    heads: settings.heads,
    hidden: settings.hidden,
  };
  const batchRows = Math.min(settings.batchRows, labels.length);
  const random = createRandom(options.seed, streams.firstWeights);
  const { threads } = options;
  const training = await openTraining(architecture, {
    ...settings,
    batchRows,
    startLogOdds,
    random,
    threads,
  });
  try {
    const sequences = { z, columns, hours, steps, length };
    await train(
      { training, sequences, stepColumns: architecture.stepColumns, labels, weights, batchRows },
      settings,
      options,
    );
    return { kind: 'attention', preparation, architecture, weights: training.weights() };
  } finally {
    await training.release();
  }
}

function meanOne(weights: Float32Array): Float32Array {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
}

/** @param weights 1 on average */
function logOddsOfMean(labels: Uint8Array, weights: Float32Array): number {
  const events = labels.reduce((sum, label, place) => sum + label * weights[place], 0);
  if (!(events > 0 && events < labels.length)) {
    throw new FitError('oneClass', 'All rows that count are of one class: there is nothing to tell apart.');
  }
  return Math.log(events / (labels.length - events));
}

function rowsOf(z: Float32Array, columns: number, rows: Int32Array): Float32Array {
  const own = new Float32Array(rows.length * columns);
  rows.forEach((row, place) => {
    own.set(z.subarray(row * columns, (row + 1) * columns), place * columns);
  });
  return own;
}

function stepColumnsOf({ features, columns }: Preparation, shown: readonly string[]): number[] {
  const wanted = new Set(shown);
  return [...columns.keys()].filter((column) => wanted.has(features[columns[column].feature].name));
}

interface Course {
  readonly training: Training;
  readonly sequences: PreparedSequences;
  readonly stepColumns: readonly number[];
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
  readonly batchRows: number;
}

/** All sequences once an epoch in a new order; those left over by a last, shorter batch wait for another epoch. */
async function train(
  { training, sequences, stepColumns, labels, weights, batchRows }: Course,
  { learningRate, epochs }: AttentionSettings,
  { seed, signal, onEpoch }: FitOptions,
): Promise<void> {
  const random = createRandom(seed, streams.order);
  const order = Int32Array.from(labels.keys());
  const batches = Math.floor(labels.length / batchRows);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random);
    let sum = 0;
    for (let batch = 0; batch < batches; batch++) {
      signal.throwIfAborted();
      const asked = order.subarray(batch * batchRows, (batch + 1) * batchRows);
      const done = (epoch - 1 + batch / batches) / epochs;
      sum += await training.step(
        {
          ...gather(sequences, stepColumns, asked),
          y: Float32Array.from(asked, (sequence) => labels[sequence]),
          weight: Float32Array.from(asked, (sequence) => weights[sequence]),
        },
        learningRate * (1 - done),
      );
    }
    const share = epoch / epochs;
    onEpoch({ epoch, trainLoss: sum / batches, validationLoss: null, validationAuroc: null, share });
    await new Promise(setImmediate);
  }
}
