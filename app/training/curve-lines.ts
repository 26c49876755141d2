/** From the points of a run to the lines of a picture and the rows of a table. */
import type { ChartLine, CsvTable } from '@praxis/ui';
import type { CurvePoint } from './view.ts';

export interface LearnerCurve {
  readonly learner: string;
  /** Folds in order; null (the final fit) last. */
  readonly folds: readonly (number | null)[];
  readonly points: readonly CurvePoint[];
  /** The lowest validation loss so far; null for learners that watch none. */
  readonly best: { readonly fold: number; readonly epoch: number; readonly loss: number } | null;
  /** The highest validation AUROC so far; null where none was measured. */
  readonly bestAuroc: { readonly fold: number; readonly epoch: number; readonly auroc: number } | null;
  /** Where the folds' training losses stand now: the lowest, the highest, and the last epoch of any fold. */
  readonly training: { readonly low: number; readonly high: number; readonly epochs: number };
}

/** One curve a learner, in order of first appearance. */
export function curvesOf(points: readonly CurvePoint[]): LearnerCurve[] {
  const byLearner = Map.groupBy(points, ({ learner }) => learner);
  return [...byLearner].map(([learner, own]) => {
    const folds = [...new Set(own.map(({ fold }) => fold))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
    let best: LearnerCurve['best'] = null;
    let bestAuroc: LearnerCurve['bestAuroc'] = null;
    for (const { fold, epoch, validationLoss, validationAuroc: auroc } of own) {
      if (fold !== null && validationLoss !== null && validationLoss < (best?.loss ?? Infinity)) {
        best = { fold, epoch, loss: validationLoss };
      }
      if (fold !== null && auroc !== null && auroc > (bestAuroc?.auroc ?? -1)) {
        bestAuroc = { fold, epoch, auroc };
      }
    }
    return { learner, folds, points: own, best, bestAuroc, training: trainingOf(own) };
  });
}

function trainingOf(points: readonly CurvePoint[]): LearnerCurve['training'] {
  const last = [...new Map(points.map((point) => [point.fold, point])).values()];
  const losses = last.map(({ trainLoss }) => trainLoss);
  return {
    low: Math.min(...losses),
    high: Math.max(...losses),
    epochs: Math.max(...points.map(({ epoch }) => epoch)),
  };
}

/** Which fold is brought forward. */
export type Shown = number | 'final' | 'all';

interface LineWords {
  foldLabel: (fold: number) => string;
  finalFit: string;
  training: string;
}

/**
 * Two lines a fold: held-out loss solid, training loss dashed. `shown` brings one fold forward ('all': every one). Names
 * stand on the held-out lines, and the training loss is named once; where nothing was held out, each training line
 * carries its own.
 */
export function linesOf(curve: LearnerCurve, shown: Shown, words: LineWords): ChartLine[] {
  const drawn = curve.folds.flatMap((fold): ChartLine[] => {
    const own = curve.points.filter((point) => point.fold === fold);
    const name = fold === null ? words.finalFit : words.foldLabel(fold);
    const forward = shown === 'all' || shown === (fold ?? 'final');
    const validation = own.flatMap(({ epoch, validationLoss }) =>
      validationLoss === null ? [] : [{ x: epoch, y: validationLoss }],
    );
    return [
      {
        id: `train-${fold}`,
        label: forward && (fold === null || curve.best === null) ? name : null,
        tone: forward ? 'context' : 'faded',
        dashed: true,
        points: own.map(({ epoch, trainLoss }) => ({ x: epoch, y: trainLoss })),
      },
      {
        id: `validation-${fold}`,
        label: forward && fold !== null ? name : null,
        tone: forward ? 'main' : 'faded',
        points: validation,
      },
    ];
  });
  const lines = drawn.filter((line) => line.points.length > 0);
  const named = lines.findLastIndex(
    ({ id, tone, label }) => id.startsWith('train-') && tone === 'context' && label === null,
  );
  return lines.map((line, index) => (index === named ? { ...line, label: words.training } : line));
}

/** One line a fold: the AUROC of held-out people, of folds in which it was measured. */
export function aurocLinesOf(
  curve: LearnerCurve,
  shown: Shown,
  words: Pick<LineWords, 'foldLabel' | 'finalFit'>,
): ChartLine[] {
  return curve.folds.flatMap((fold): ChartLine[] => {
    const points = curve.points.flatMap(({ fold: own, epoch, validationAuroc }) =>
      own !== fold || validationAuroc === null ? [] : [{ x: epoch, y: validationAuroc }],
    );
    const forward = shown === 'all' || shown === (fold ?? 'final');
    const label = fold === null ? words.finalFit : words.foldLabel(fold);
    return points.length === 0
      ? []
      : [{ id: `auroc-${fold}`, label: forward ? label : null, tone: forward ? 'main' : 'faded', points }];
  });
}

/** Every point as a row, figures with five digits. */
export function tableOf(
  curve: LearnerCurve,
  columns: readonly [fold: string, epoch: string, train: string, validation: string, auroc: string],
  finalFit: string,
): CsvTable {
  return {
    columns,
    // Folds are fitted side by side, so points come in any order; the final fit stands last.
    rows: curve.points
      .toSorted(byFoldAndEpoch)
      .map(({ fold, epoch, trainLoss, validationLoss, validationAuroc }) => [
        fold ?? finalFit,
        epoch,
        Number(trainLoss.toFixed(5)),
        validationLoss === null ? null : Number(validationLoss.toFixed(5)),
        validationAuroc === null ? null : Number(validationAuroc.toFixed(5)),
      ]),
  };
}

function byFoldAndEpoch(a: CurvePoint, b: CurvePoint): number {
  const [first, second] = [a, b].map(({ fold }) => fold ?? Number.MAX_SAFE_INTEGER);
  return first - second || a.epoch - b.epoch;
}
