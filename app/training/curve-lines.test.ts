import { describe, expect, it } from 'vitest';
import { aurocLinesOf, curvesOf, linesOf, tableOf } from './curve-lines.ts';

const point = (
  fold: number | null,
  epoch: number,
  train: number,
  validation: number | null,
  learner = 'deepTabular',
  auroc: number | null = null,
) => ({
  learner,
  fold,
  epoch,
  trainLoss: train,
  validationLoss: validation,
  validationAuroc: auroc,
});

const points = [
  point(2, 1, 0.5, 0.52),
  point(1, 1, 0.5, 0.51),
  point(1, 2, 0.4, 0.43),
  point(1, 3, 0.35, 0.45),
  point(null, 1, 0.48, null),
  point(1, 1, 0.3, 0.31, 'logisticRegression'),
];
const words = { foldLabel: (fold: number) => `fold ${fold}`, finalFit: 'final', training: 'training' };
const [deep] = curvesOf(points);
if (!deep) throw new Error('no curve');

describe('the curves of a run', () => {
  it('are one a learner, folds in order, the final fit last', () => {
    expect(curvesOf(points).map(({ learner }) => learner)).toEqual(['deepTabular', 'logisticRegression']);
    expect(deep.folds).toEqual([1, 2, null]);
  });

  it('find the lowest validation loss, not the last', () => {
    expect(deep.best).toEqual({ fold: 1, epoch: 2, loss: 0.43 });
  });

  it('say where the training loss of the folds stands', () => {
    expect(deep.training).toEqual({ low: 0.35, high: 0.5, epochs: 3 });
  });

  it('find the highest AUROC, and none where none was measured', () => {
    const measured = [0.6, 0.8, 0.7].map((auroc, at) => point(2, at + 1, 0.5, 0.5, 'boostedTrees', auroc));
    expect(curvesOf(measured)[0]?.bestAuroc).toEqual({ fold: 2, epoch: 2, auroc: 0.8 });
    expect(deep.bestAuroc).toBeNull();
  });

  it('have no best before anything was validated', () => {
    expect(curvesOf([point(null, 1, 0.5, null)])[0]?.best).toBeNull();
  });
});

describe('the lines of a picture', () => {
  it('name every fold and, once, the training loss', () => {
    const labels = linesOf(deep, 'all', words).flatMap(({ label }) => label ?? []);
    expect(labels.sort()).toEqual(['final', 'fold 1', 'fold 2', 'training']);
  });

  it('name the training lines themselves where nothing was held out', () => {
    const [curve] = curvesOf([point(1, 1, 0.5, null), point(2, 1, 0.4, null)]);
    const labels = curve && linesOf(curve, 'all', words).flatMap(({ label }) => label ?? []);
    expect(labels).toEqual(['fold 1', 'fold 2']);
  });

  it('bring the chosen fold forward and let the others stand back without a name', () => {
    const lines = linesOf(deep, 1, words);
    expect(lines.filter(({ tone }) => tone !== 'faded').map(({ id }) => id)).toEqual([
      'train-1',
      'validation-1',
    ]);
    expect(lines.filter(({ tone, label }) => tone === 'faded' && label !== null)).toEqual([]);
  });
});

describe('the lines of AUROC', () => {
  it('are one a fold in which it was measured', () => {
    const [curve] = curvesOf([point(1, 1, 0.5, 0.5, 'x', 0.7), point(2, 1, 0.5, null)]);
    expect(curve && aurocLinesOf(curve, 'all', words)).toEqual([
      { id: 'auroc-1', label: 'fold 1', tone: 'main', points: [{ x: 1, y: 0.7 }] },
    ]);
  });
});

describe('the table of figures', () => {
  it('holds every point, with nothing where nothing was validated', () => {
    const table = tableOf(deep, ['Fold', 'Epoch', 'Training', 'Validation', 'AUROC'], 'final');
    expect(table.rows).toHaveLength(5);
    expect(table.rows.at(-1)).toEqual(['final', 1, 0.48, null, null]);
  });
});
