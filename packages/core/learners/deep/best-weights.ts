/** Epoch after epoch until rows outside the resamples are judged no better, from a saved state where there is one. */
import { createRandom } from '../../random.ts';
import type { HostTensor, Session } from '../../tensor/index.ts';
import type { Checkpoint, FitOptions } from '../contract.ts';
import { byWeight, type Weights } from '../network.ts';
import { batchesOf, type PreparedRows } from './batches.ts';
import { OutOfBag, type Resamples } from './resamples.ts';
import { type FitState, readState } from './state.ts';
import { forwardBlocks, type Training } from './training.ts';

/** Each epoch has its own stream of random numbers, so that a fit which goes on needs none of those before. */
const firstEpochStream = 16;

/** Writing a state takes longer than an epoch of few rows. */
const millisecondsBetweenSaves = 3000;

export interface Course {
  readonly training: Training;
  readonly forward: Session;
  readonly data: PreparedRows;
  readonly resamples: Resamples;
  readonly batchRows: number;
  readonly mostEpochs: number;
  readonly patience: number;
}

/** The weights after the epoch with the least out-of-bag loss. */
export async function bestWeights(course: Course, options: FitOptions): Promise<Weights<HostTensor>> {
  const { training, mostEpochs, patience } = course;
  const { onEpoch, checkpoint } = options;
  const saver = checkpoint === null ? null : new Saver(checkpoint);
  const state = readState(await checkpoint?.load());
  if (state !== null) training.restore(state.tensors);
  let best = bestOf(state) ?? { loss: Number.POSITIVE_INFINITY, epoch: 0, weights: training.weights() };
  const isDone = (epoch: number) => epoch === mostEpochs || epoch - best.epoch >= patience;

  let epoch = state?.epoch ?? 0;
  while (epoch === 0 || !isDone(epoch)) {
    epoch++;
    const trainLoss = await trainEpoch(course, epoch, options);
    const weights = training.weights();
    const { loss, auroc } = await judge(course, weights, options);
    if (loss < best.loss) best = { loss, epoch, weights };
    const share = isDone(epoch) ? 1 : epoch / mostEpochs;
    onEpoch({ epoch, trainLoss, validationLoss: loss, validationAuroc: auroc, share });
    await saver?.offer(() => ({ epoch, tensors: training.tensors(), best }));
  }
  return best.weights;
}

function bestOf(state: FitState | null) {
  if (state === null) return null;
  const { loss, epoch, weights } = state.best;
  return { loss, epoch, weights: byWeight((name) => weights[name]) };
}

class Saver {
  readonly #checkpoint: Checkpoint;
  #last = performance.now();

  constructor(checkpoint: Checkpoint) {
    this.#checkpoint = checkpoint;
  }

  async offer(state: () => FitState): Promise<void> {
    if (performance.now() - this.#last < millisecondsBetweenSaves) return;
    await this.#checkpoint.save(state());
    this.#last = performance.now();
  }
}

async function trainEpoch(
  { training, data, resamples, batchRows }: Course,
  epoch: number,
  { seed, signal }: FitOptions,
): Promise<number> {
  const random = createRandom(seed, firstEpochStream + epoch);
  let [sum, steps] = [0, 0];
  for (const batch of batchesOf(data, resamples, batchRows, random)) {
    signal.throwIfAborted();
    sum += await training.step(batch);
    steps++;
  }
  return sum / steps;
}

/** By the rows outside the resamples. */
async function judge(
  { forward, data, resamples }: Course,
  weights: Weights<HostTensor>,
  { signal }: FitOptions,
): Promise<OutOfBag> {
  const judged = new OutOfBag(resamples, data.targets);
  for await (const { start, logOdds } of forwardBlocks(forward, weights, data.z, data.columns)) {
    signal.throwIfAborted();
    judged.add(start, logOdds);
  }
  signal.throwIfAborted();
  return judged;
}
