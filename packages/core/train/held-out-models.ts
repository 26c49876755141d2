/** The models of a run's folds as one: each row is asked of the model that has not seen it. */
import { setImmediate } from 'node:timers/promises';
import { calibratedProbability } from '../calibrate/calibration.ts';
import { explainTrees } from '../explain/explain-trees.ts';
import type { Explainable } from '../explain/what-matters.ts';
import { treeParts } from '../learners/learner.ts';
import { openLearner } from '../learners/log-odds.ts';
import { scoreMatrix } from '../registry/score-matrix.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import { openSession } from '../tensor/index.ts';
import type { CalibratedModel } from './artifact-files.ts';

interface OpenExplainable extends Explainable {
  release(): Promise<void>;
}

/** Rows that stand one after the other, and the model that is asked for them. */
export interface HeldOutPart {
  readonly rows: number;
  readonly model: Explainable;
}

/**
 * @param graph of the artifact
 * @param width how many features it has
 */
export async function openExplainable(
  { fitted, calibration }: CalibratedModel,
  graph: Uint8Array,
  width: number,
  signal: AbortSignal,
): Promise<OpenExplainable> {
  const session = await openSession(graph);
  if (fitted.kind === 'imported') {
    return {
      probability: async (matrix) =>
        (await scoreMatrix(session, matrix, { explain: false, signal })).probability,
      contributions: async () => null,
      release: () => session.release(),
    };
  }
  const trees = treeParts(fitted);
  const explain = trees.length === 0 ? true : explainTrees(trees, width);
  // The graph explains every row that it scores, which takes most of its time.
  const learner = await openLearner(fitted, width);
  return {
    async probability(matrix) {
      await setImmediate();
      signal.throwIfAborted();
      const logOdds = await learner.logOdds(matrix);
      return logOdds.map((value) => calibratedProbability(calibration, value));
    },
    async contributions(matrix) {
      await setImmediate();
      return (await scoreMatrix(session, matrix, { explain, signal })).contributions;
    },
    async release() {
      await session.release();
      await learner.release();
    },
  };
}

/** Takes matrices whose rows are those of the parts in their order, that once or several times over. */
export function asOne(parts: readonly HeldOutPart[]): Explainable {
  return {
    probability: (matrix) => gather(parts, matrix, 1, (model, own) => model.probability(own)),
    async contributions(matrix) {
      const width = matrix.features.length;
      let given = true;
      const all = await gather(parts, matrix, width, async (model, own) => {
        const found = await model.contributions(own);
        given &&= found !== null;
        return found ?? [];
      });
      return given ? all : null;
    },
  };
}

/** @param perRow how many numbers a row has; shape [rows, perRow] */
async function gather(
  parts: readonly HeldOutPart[],
  { features, rows, values }: FeatureMatrix,
  perRow: number,
  ask: (model: Explainable, own: FeatureMatrix) => Promise<ArrayLike<number>>,
): Promise<Float64Array> {
  const width = features.length;
  const total = parts.reduce((sum, part) => sum + part.rows, 0);
  const all = new Float64Array(rows * perRow);
  let before = 0;
  for (const { rows: own, model } of parts) {
    const copies = rows / total;
    const firsts = Array.from({ length: copies }, (_, copy) => copy * total + before);
    const asked = new Float32Array(copies * own * width);
    firsts.forEach((first, copy) => {
      asked.set(values.subarray(first * width, (first + own) * width), copy * own * width);
    });
    const answers = await ask(model, { features, rows: copies * own, values: asked });
    firsts.forEach((first, copy) => {
      for (let at = 0; at < own * perRow; at++) {
        all[first * perRow + at] = answers[copy * own * perRow + at] ?? Number.NaN;
      }
    });
    before += own;
  }
  return all;
}
