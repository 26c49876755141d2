/** Fits boosted trees: one model, or the mean of several on bootstrap resamples. */
import { areaOf } from '../../evaluate/auroc.ts';
import { createRandom } from '../../random.ts';
import type { FitOptions, TrainingRows } from '../contract.ts';
import { FitError } from '../errors.ts';
import { expectedLogOdds } from './baseline.ts';
import { binRows } from './binned-rows.ts';
import { Booster } from './booster.ts';
import type { Tree, TreeEnsemble } from './ensemble.ts';
import { type FitState, type MemberState, readFitState } from './fit-state.ts';
import { createHistogramStore, type Ground } from './grower.ts';
import { meanLoss, startLogOdds } from './loss.ts';
import type { TreesSettings } from './settings.ts';
import { createSharedFit } from './shared-fit.ts';
import { Team } from './team.ts';

export { defaultTrees, type TreesSettings } from './settings.ts';

export interface FittedTrees {
  readonly kind: 'boostedTrees';
  /** Bagged models, 0 where there is one model only. */
  readonly replicates: number;
  /** Mean log-odds of the training rows by cover: what TreeSHAP's contributions start from. */
  readonly baselineLogOdds: number;
  /** All members' trees, one member after the other. */
  readonly ensemble: TreeEnsemble;
  /** Index of each member's first tree. A member's log-odds are the base and its own trees, not scaled. */
  readonly memberStarts: readonly number[];
}

const secondsBetweenStates = 5;
const treesBetweenEpochs = 10;
const millisecondsBetweenYields = 20;
/** A smaller table is fitted before a second thread has started. */
const leastCellsForThreads = 200_000;
/** Random streams of the members lie this far apart. */
const memberSeeds = 2 ** 32;

/** @throws FitError where all labels are alike; the signal's reason where it asks to stop */
export async function fitTrees(
  data: TrainingRows,
  settings: TreesSettings,
  options: FitOptions,
): Promise<FittedTrees> {
  const { seed, checkpoint } = options;
  const weights = data.weights ?? new Float32Array(data.rows).fill(1);
  const base = startLogOdds(data.labels, weights);
  if (!Number.isFinite(base)) throw new FitError('oneClass', 'All rows that count have the same label.');
  const fitName = JSON.stringify({ seed, settings, rows: data.rows });
  const state = readFitState(await checkpoint?.load(), fitName);
  const finished: (readonly Tree[])[] = [...(state?.finished ?? [])];
  const keeper = createKeeper(options, (current) => ({ fit: fitName, finished: [...finished], current }));
  const threads = data.rows * data.features.length < leastCellsForThreads ? 1 : options.threads;
  // The other threads start while this one bins.
  const team = new Team(threads);
  try {
    const binned = binRows(data, settings.bins);
    const fit = createSharedFit(binned, data.labels, settings.leaves, threads, seed);
    team.share(fit);
    const store = createHistogramStore(binned.starts[data.features.length]);
    const ground: Ground = { binned, fit, team, store };
    for (let member = finished.length; member < settings.members; member++) {
      const resume = member === state?.finished.length ? state.current : null;
      finished.push(
        await fitMember({ data, ground, weights, base, settings, options, keeper, member, resume }),
      );
    }
  } finally {
    await team.close();
  }
  return joined(finished, data.features.length, base);
}

function joined(members: readonly (readonly Tree[])[], features: number, base: number): FittedTrees {
  const ensemble: TreeEnsemble = { features, base, scale: 1 / members.length, trees: members.flat() };
  return {
    kind: 'boostedTrees',
    replicates: members.length > 1 ? members.length : 0,
    baselineLogOdds: expectedLogOdds(ensemble),
    ensemble,
    memberStarts: members.map((_, member) => members.slice(0, member).flat().length),
  };
}

interface Keeper {
  /** Saves where the last time is long ago. */
  keep(current: () => MemberState): Promise<void>;
}

function createKeeper({ checkpoint }: FitOptions, stateOf: (current: MemberState) => FitState): Keeper {
  let last = performance.now();
  return {
    async keep(current) {
      if (!checkpoint || performance.now() - last < 1000 * secondsBetweenStates) return;
      await checkpoint.save(stateOf(current()));
      last = performance.now();
    },
  };
}

interface MemberFit {
  readonly data: TrainingRows;
  readonly ground: Ground;
  readonly weights: Float32Array;
  readonly base: number;
  readonly settings: TreesSettings;
  readonly options: FitOptions;
  readonly keeper: Keeper;
  readonly member: number;
  readonly resume: MemberState | null;
}

async function fitMember(fit: MemberFit): Promise<readonly Tree[]> {
  const { data, ground, settings, options, keeper, member, resume } = fit;
  const { labels } = data;
  const { odds } = ground.fit;
  const seed = options.seed + member * memberSeeds;
  const { training, validation } = divideWeights(fit.weights, settings, seed);
  ground.fit.weights.set(training);
  if (resume) odds.set(resume.odds);
  else odds.fill(Math.exp(fit.base));
  const monotone = Int8Array.from(data.features, ({ name }) => settings.monotone[name] ?? 0);
  const booster = new Booster(ground, settings, monotone, seed);
  const trees: Tree[] = [...(resume?.trees ?? [])];
  let best = { loss: resume?.bestLoss ?? Number.POSITIVE_INFINITY, trees: resume?.bestTrees ?? 0 };
  let lastYield = performance.now();
  for (let done = false; !done && trees.length < settings.trees; ) {
    options.signal.throwIfAborted();
    trees.push(booster.grow(trees.length));
    const validationLoss = validation ? meanLoss(odds, labels, validation) : null;
    if (validationLoss !== null && validationLoss < best.loss)
      best = { loss: validationLoss, trees: trees.length };
    const waited = trees.length - best.trees;
    done =
      trees.length === settings.trees ||
      (validation !== null && waited >= (settings.patience ?? Number.POSITIVE_INFINITY));
    if (done || trees.length % treesBetweenEpochs === 0) {
      options.onEpoch({
        epoch: member * settings.trees + trees.length,
        trainLoss: booster.loss(),
        validationLoss,
        validationAuroc: validation ? aurocOfWeighed(odds, labels, validation) : null,
        share: (member + (done ? 1 : trees.length / settings.trees)) / settings.members,
      });
    }
    if (done) break;
    await keeper.keep(() => ({
      trees: [...trees],
      odds: Float64Array.from(odds),
      bestLoss: best.loss,
      bestTrees: best.trees,
    }));
    if (performance.now() - lastYield < millisecondsBetweenYields) continue;
    await new Promise(setImmediate);
    lastYield = performance.now();
  }
  return validation ? trees.slice(0, Math.max(1, best.trees)) : trees;
}

/** Of the rows with a weight. */
function aurocOfWeighed(odds: Float64Array, labels: Uint8Array, weights: Float32Array): number | null {
  const rows = Int32Array.from(labels.keys()).filter((row) => weights[row] > 0);
  return areaOf(
    Uint8Array.from(rows, (row) => labels[row]),
    Float64Array.from(rows, (row) => odds[row]),
  );
}

/** Weights of the rows that train and of those that judge; null where nothing stops the fit early. */
function divideWeights(
  weights: Float32Array,
  { members, validationShare, patience }: TreesSettings,
  seed: number,
): { readonly training: Float32Array; readonly validation: Float32Array | null } {
  if (members === 1 && (validationShare === 0 || patience === null)) {
    return { training: weights, validation: null };
  }
  const random = createRandom(seed);
  const training = weights.map((weight) =>
    members > 1 ? weight * random.poisson() : random.uniform() < validationShare ? 0 : weight,
  );
  const judges = patience !== null && training.some((weight, row) => weight === 0 && weights[row] > 0);
  return {
    training,
    validation: judges ? weights.map((weight, row) => (training[row] === 0 ? weight : 0)) : null,
  };
}
