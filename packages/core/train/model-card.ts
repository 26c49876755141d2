/** Writes down what a run did, from its results alone. */
import { calibrationPlot, subgroupPerformance } from '../evaluate/performance.ts';
import type { ModelCard } from '../registry/card.ts';
import { fingerprint, summarise } from '../table/summary.ts';
import { deviceReport } from '../tensor/index.ts';
import type { TrainingRequest } from './contract.ts';
import { type Candidate, folds } from './cross-validate.ts';
import type { FittedModel } from './fit-model.ts';

export interface RunResults {
  readonly candidates: readonly Candidate[];
  readonly chosen: Candidate;
  readonly why: ModelCard['why'];
  readonly final: FittedModel;
  readonly seconds: number;
}

/** The card but for the hashes of the files, which are not written yet. */
export function describeRun(request: TrainingRequest, results: RunResults): Omit<ModelCard, 'files'> {
  const { data } = request;
  const { chosen, final } = results;
  return {
    format: 1,
    vertical: request.vertical,
    outcome: request.outcome,
    horizonDays: request.horizonDays,
    createdAt: new Date().toISOString(),
    learner: chosen.learner.name,
    data: {
      sources: request.sources,
      cohortSha256: fingerprint(data),
      rows: data.rows,
      events: data.labels.reduce((sum, label) => sum + label, 0),
      excluded: request.excluded,
    },
    split: { kind: 'stratifiedFolds', folds, seed: request.seed },
    features: summarise(data),
    candidates: results.candidates.map(({ learner, performance, seconds }) => ({
      learner: learner.name,
      parameters: { ...learner.parameters },
      performance,
      seconds,
    })),
    why: results.why,
    performance: chosen.performance,
    calibration: {
      method: 'platt',
      ...chosen.calibration,
      bins: calibrationPlot(data.labels, chosen.probabilities),
    },
    subgroups: subgroupPerformance(data.labels, chosen.probabilities, request.subgroups),
    interval: { method: 'bootstrapRefits', replicates: final.learner.replicates, level: 0.95 },
    baselineLogOdds: final.baselineLogOdds,
    foldModels: chosen.foldModels.map(({ fold, model, calibration }) => ({
      fold,
      baselineLogOdds: model.baselineLogOdds,
      calibration,
    })),
    limits: [...request.limits],
    software: softwareUsed(),
    seconds: results.seconds,
  };
}

function softwareUsed(): Record<string, string> {
  const { node, onnxruntime, tensorflow, provider } = deviceReport();
  return { node, onnxruntime, tensorflow, provider };
}
