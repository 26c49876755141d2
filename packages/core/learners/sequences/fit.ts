/** Fits a network over sequences, epoch after epoch, until sequences outside the training are judged no better. */
import { setImmediate } from 'node:timers/promises';
import { auroc } from '../../evaluate/auroc.ts';
import { createRandom } from '../../random.ts';
import type { HostTensor } from '../../tensor/index.ts';
import type { FitOptions } from '../contract.ts';
import { FitError } from '../errors.ts';
import { attentionNetwork } from './attention.ts';
import type { FittedSequences, Named, SequenceNetwork, SequenceRows, SequenceSettings } from './contract.ts';
import { drawnMasks, openMasks, openSequenceForward } from './forward.ts';
import { recurrentNetwork } from './recurrent.ts';
import { layStreams, WindowFiller, windowCount } from './streams.ts';
import { openSequenceTraining, type SequenceTraining } from './training.ts';

export type SequenceFitOptions = Pick<FitOptions, 'seed' | 'threads' | 'onEpoch' | 'signal'>;

function networkOf(
  settings: SequenceSettings,
  { flagColumns, numberColumns }: Pick<SequenceRows, 'flagColumns' | 'numberColumns'>,
): SequenceNetwork {
  const build = settings.kind === 'recurrent' ? recurrentNetwork : attentionNetwork;
  return build(settings, flagColumns, numberColumns);
}

/** Each epoch has its own stream of random numbers. */
const firstEpochStream = 16;
/** The learning rate falls to this share of its start, along half a cosine (Loshchilov and Hutter 2017). */
const lastRateShare = 0.05;

/**
 * @param validation sequences of others, which choose the epoch whose weights are taken
 * @throws FitError `oneClass`; the signal's reason; DivergedError where the loss is no longer finite
 */
export async function fitSequences(
  rows: SequenceRows,
  validation: SequenceRows,
  settings: SequenceSettings,
  { seed, threads, onEpoch, signal }: SequenceFitOptions,
): Promise<FittedSequences> {
  const network = networkOf(settings, rows);
  const startLogOdds = startOf(rows.labels);
  const forward = await openSequenceForward(network, threads);
  const training = await openSequenceTraining(network, settings, { seed, threads, startLogOdds });
  const filler = new WindowFiller(rows, network.window);
  let best: { loss: number; epoch: number; weights: Named<HostTensor> } | null = null;
  let [epoch, seconds] = [0, 0];
  try {
    while (epoch < settings.mostEpochs && (best === null || epoch - best.epoch < settings.patience)) {
      const done = epoch / settings.mostEpochs;
      const share = lastRateShare + ((1 - lastRateShare) * (1 + Math.cos(Math.PI * done))) / 2;
      training.setLearningRate(settings.learningRate * share);
      epoch++;
      const random = createRandom(seed, firstEpochStream + epoch);
      const began = performance.now();
      const streams = layStreams(rows.starts, settings.streams, random);
      const trainLoss = await trainEpoch(training, network, filler, streams, signal);
      seconds += (performance.now() - began) / 1000;
      const weights = training.weights();
      const logOdds = await forward.logOdds(validation, weights, openMasks(network), signal);
      const loss = meanLoss(validation.labels, logOdds);
      if (best === null || loss < best.loss) best = { loss, epoch, weights };
      const ended = epoch === settings.mostEpochs || epoch - best.epoch >= settings.patience;
      const validationAuroc = auroc(validation.labels, logOdds).value;
      onEpoch({
        epoch,
        trainLoss,
        validationLoss: loss,
        validationAuroc,
        share: ended ? 1 : epoch / settings.mostEpochs,
      });
    }
  } finally {
    await training.release();
    await forward.release();
  }
  const { flagColumns, numberColumns } = rows;
  const trained = { steps: epoch * rows.labels.length, seconds };
  return { settings, flagColumns, numberColumns, weights: best?.weights ?? {}, trained };
}

async function trainEpoch(
  training: SequenceTraining,
  { window }: SequenceNetwork,
  filler: WindowFiller,
  streams: readonly Int32Array[],
  signal: SequenceFitOptions['signal'],
): Promise<number> {
  const windows = windowCount(streams, window, 0);
  let sum = 0;
  for (let index = 0; index < windows; index++) {
    await setImmediate();
    signal.throwIfAborted();
    sum += await training.step(filler.fill(streams, index * window.times));
  }
  return sum / windows;
}

function startOf(labels: Uint8Array): number {
  const events = labels.reduce((sum, label) => sum + label, 0);
  if (events > 0 && events < labels.length) return Math.log(events / (labels.length - events));
  throw new FitError('oneClass', 'All steps have the same outcome: there is nothing to tell apart.');
}

function meanLoss(labels: Uint8Array, logOdds: Float64Array): number {
  const losses = logOdds.map((value, step) => Math.log1p(Math.exp(labels[step] === 1 ? -value : value)));
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** Mean network first, then `samples` draws of dropout: how far those spread is what the model does not know. */
export interface SequencePrediction {
  /** Log-odds of the network with nothing left out, shape [steps]. */
  readonly logOdds: Float64Array;
  /** Standard deviation of the log-odds over the draws, shape [steps]; zeros without draws. */
  readonly spread: Float64Array;
}

export async function predictSequences(
  fitted: FittedSequences,
  rows: SequenceRows,
  {
    samples,
    seed,
    threads,
    signal,
  }: Pick<FitOptions, 'seed' | 'threads' | 'signal'> & { readonly samples: number },
): Promise<SequencePrediction> {
  const network = networkOf(fitted.settings, rows);
  const forward = await openSequenceForward(network, threads);
  try {
    const logOdds = await forward.logOdds(rows, fitted.weights, openMasks(network), signal);
    const [sum, squares] = [new Float64Array(logOdds.length), new Float64Array(logOdds.length)];
    for (let sample = 0; sample < samples; sample++) {
      const masks = drawnMasks(network, fitted.settings.dropout, seed + sample);
      const drawn = await forward.logOdds(rows, fitted.weights, masks, signal);
      for (const [step, value] of drawn.entries()) {
        sum[step] += value;
        squares[step] += value ** 2;
      }
    }
    const spread = sum.map((total, step) =>
      samples < 2 ? 0 : Math.sqrt(Math.max(0, squares[step] - total ** 2 / samples) / (samples - 1)),
    );
    return { logOdds, spread };
  } finally {
    await forward.release();
  }
}
