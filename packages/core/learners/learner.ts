/** All learners behind one switch: settings in, a fitted learner out; a fitted learner in, its graph out. */
import type { Recalibration } from '../evaluate/recalibration.ts';
import { tf } from '../tensor/index.ts';
import {
  type FittedPrivateLogistic,
  fitPrivateLogistic,
  tracePrivateLogistic,
} from '../train/private/private-logistic.ts';
import type { PrivateSettings } from '../train/private/settings.ts';
import type { FitOptions, TracedLearner, TrainingRows } from './contract.ts';
import { type DeepSettings, type FittedDeep, fitDeep, traceDeep } from './deep-tabular.ts';
import {
  type FittedLogistic,
  fitLogistic,
  type LogisticSettings,
  traceLogistic,
} from './logistic-regression.ts';
import type { FittedTrees } from './trees/boosted-trees.ts';
import { type ChosenTreesSettings, fitChosenTrees } from './trees/choose-leaves.ts';
import type { TreePart } from './trees/ensemble.ts';
import { traceTrees } from './trees/trace.ts';

export type LearnerSettings = LogisticSettings | ChosenTreesSettings | DeepSettings | PrivateSettings;
export type FittedBase = FittedLogistic | FittedTrees | FittedDeep | FittedPrivateLogistic;
export type FittedLearner = FittedBase | FittedBlend;

/** The mean of learners that were each put on one scale first: log-odds = Σ weight × (intercept + slope × log-odds). */
export interface FittedBlend {
  readonly kind: 'blend';
  readonly replicates: number;
  readonly baselineLogOdds: number;
  readonly members: readonly BlendMember[];
}

export interface BlendMember {
  readonly fitted: FittedBase;
  readonly weight: number;
  readonly scaling: Recalibration;
}

/** The same rows, settings and seed give the same numbers. */
export function fitLearner(
  data: TrainingRows,
  settings: LearnerSettings,
  options: FitOptions,
): Promise<FittedBase> {
  switch (settings.name) {
    case 'logisticRegression':
      return fitLogistic(data, settings, options);
    case 'boostedTrees':
      return fitChosenTrees(data, settings, options);
    case 'deepTabular':
      return fitDeep(data, settings, options);
    case 'privateLogistic':
      return fitPrivateLogistic(data, settings, options);
  }
}

export function blend(members: readonly BlendMember[]): FittedBlend {
  return {
    kind: 'blend',
    replicates: Math.min(...members.map(({ fitted }) => fitted.replicates)),
    baselineLogOdds: members.reduce(
      (sum, { fitted, weight, scaling }) =>
        sum + weight * (scaling.intercept + scaling.slope * fitted.baselineLogOdds),
      0,
    ),
    members,
  };
}

/** A learner in the graph; `contributions` to the log-odds, [batch, features], are those of its parts that are no trees. */
export interface TracedModel extends TracedLearner {
  readonly contributions: tf.Tensor2D;
}

/** @param raw shape [batch, features] */
export function traceLearner(fitted: FittedLearner, raw: tf.Tensor2D): TracedModel {
  switch (fitted.kind) {
    case 'logisticRegression':
      return traceLogistic(fitted, raw);
    case 'deepTabular':
      return traceDeep(fitted, raw);
    case 'privateLogistic':
      return tracePrivateLogistic(fitted, raw);
    case 'boostedTrees': {
      const traced = traceTrees(fitted, raw);
      // A product with nothing: zeros of as many rows as the batch has.
      return { ...traced, contributions: tf.matMul(traced.logOdds, tf.zeros([1, raw.shape[1]])) };
    }
    case 'blend':
      return traceBlend(fitted, raw);
  }
}

function traceBlend({ members }: FittedBlend, raw: tf.Tensor2D): TracedModel {
  const parts = members.map(({ fitted, weight, scaling }) => {
    const { logOdds, deviation, contributions } = traceLearner(fitted, raw);
    const factor = weight * scaling.slope;
    return {
      logOdds: tf.add<tf.Tensor2D>(tf.mul(logOdds, factor), weight * scaling.intercept),
      // The members learnt from the same rows and err together: their deviations add up.
      deviation: tf.mul<tf.Tensor2D>(deviation, Math.abs(factor)),
      contributions: tf.mul<tf.Tensor2D>(contributions, factor),
    };
  });
  const sum = (of: (part: TracedModel) => tf.Tensor2D): tf.Tensor2D => tf.addN(parts.map(of));
  return {
    logOdds: sum(({ logOdds }) => logOdds),
    deviation: sum(({ deviation }) => deviation),
    contributions: sum(({ contributions }) => contributions),
  };
}

/** The trees among a learner's parts. */
export function treeParts(fitted: FittedLearner): readonly TreePart[] {
  if (fitted.kind === 'boostedTrees') return [{ factor: 1, ensemble: fitted.ensemble }];
  if (fitted.kind !== 'blend') return [];
  return fitted.members.flatMap((member) =>
    treeParts(member.fitted).map(({ factor, ensemble }) => ({
      factor: factor * member.weight * member.scaling.slope,
      ensemble,
    })),
  );
}
