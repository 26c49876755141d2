/** One data set with all contenders, one after the other, on the same folds. */
import type { LabelledMatrix } from '@praxis/core';
import type { Contender } from './contender.ts';
import type { DataSet } from './data-sets.ts';
import { dealtFolds, folds } from './folds.ts';
import { verdictsOf } from './goals.ts';
import type { Options } from './options.ts';
import { type PeersRun, runPeers } from './peers.ts';
import { type PraxisRun, runPraxis } from './praxis.ts';
import { type ContenderLine, type ResultLine, resultLine } from './schema.ts';

export async function compare(
  dataSet: DataSet,
  matrix: LabelledMatrix,
  { python, noPeers, repeats }: Options,
  progress: (text: string) => void,
): Promise<ResultLine> {
  const dealt = dealtFolds(matrix.labels, repeats);
  const say = (text: string) => progress(`${dataSet.name}: ${text}`);
  const tenths = risingTenths((tenth) => say(`praxis ${10 * tenth} %`));
  const praxis = await runPraxis(matrix, dealt, tenths);
  const peers: PeersRun =
    python === null ? { contenders: [], absent: [noPeers] } : await runPeers(python, matrix, dealt, say);
  return lineOf(dataSet, matrix, repeats, praxis, peers);
}

/** Calls back once for each tenth that is reached. */
function risingTenths(report: (tenth: number) => void): (fraction: number) => void {
  let reported = -1;
  return (fraction) => {
    const tenth = Math.floor(10 * fraction);
    if (tenth > reported) report(tenth);
    reported = Math.max(reported, tenth);
  };
}

function lineOf(
  { name, goal }: DataSet,
  { rows, features, labels }: LabelledMatrix,
  repeats: number,
  praxis: PraxisRun,
  peers: PeersRun,
): ResultLine {
  const auto = praxis.contenders.find(({ side }) => side === 'auto');
  return resultLine.parse({
    data: name,
    rows,
    events: labels.reduce((sum, label) => sum + label, 0),
    features: features.length,
    folds,
    repeats,
    chosen: praxis.chosen,
    why: praxis.why,
    contenders: [...praxis.contenders, ...peers.contenders].map(figuresOf),
    absent: peers.absent,
    goals: goal === null || auto === undefined ? [] : verdictsOf(goal, auto.performance),
  });
}

function figuresOf({ name, side, performance, seconds }: Contender): ContenderLine {
  return {
    name,
    side,
    auroc: performance.auroc.value,
    auprc: performance.averagePrecision.value,
    brier: performance.brier.value,
    logLoss: performance.logLoss.value,
    ece10: performance.ece,
    slope: performance.calibrationSlope.value,
    intercept: performance.calibrationIntercept.value,
    seconds,
  };
}
