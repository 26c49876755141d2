'use client';
/** The learning curves of one run, one picture a learner: the loss, or how well the held-out are told apart. */
import { Choice, Figure, LineChart } from '@praxis/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { aurocLinesOf, curvesOf, type LearnerCurve, linesOf, type Shown, tableOf } from './curve-lines.ts';
import type { CurvePoint } from './view.ts';

type Metric = 'loss' | 'auroc';

export function LossCurves({ points, file }: { points: readonly CurvePoint[]; file: string }) {
  const words = useTranslations('training.curve');
  const [shown, setShown] = useState<Shown>('all');
  const [wanted, setWanted] = useState<Metric>('loss');
  const curves = curvesOf(points);
  const measured = curves.some(({ bestAuroc }) => bestAuroc !== null);
  const metric = measured ? wanted : 'loss';
  const folds = [...new Set(curves.flatMap((curve) => curve.folds))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  );
  if (points.length === 0) return <p className="py-10 text-muted">{words('waiting')}</p>;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <p className="max-w-prose text-muted">{words(metric === 'loss' ? 'note' : 'noteAuroc')}</p>
        {measured && (
          <Choice
            label={words('metric')}
            labelHidden
            value={metric}
            onChange={setWanted}
            options={[
              { value: 'loss', label: words('loss') },
              { value: 'auroc', label: words('auroc') },
            ]}
          />
        )}
        {folds.length > 1 && (
          <Choice
            label={words('show')}
            labelHidden
            value={String(shown)}
            onChange={(value) => setShown(value === 'all' || value === 'final' ? value : Number(value))}
            options={[
              { value: 'all', label: words('all') },
              ...folds.map((fold) =>
                fold === null
                  ? { value: 'final', label: words('finalFit') }
                  : { value: String(fold), label: String(fold) },
              ),
            ]}
          />
        )}
      </div>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-[repeat(auto-fill,minmax(19rem,1fr))]">
        {curves.map((curve) => (
          <LossCurve
            key={curve.learner}
            curve={curve}
            metric={metric}
            shown={shown}
            file={`${file}-${curve.learner}`}
          />
        ))}
      </div>
    </div>
  );
}

function LossCurve({
  curve,
  metric,
  shown,
  file,
}: {
  curve: LearnerCurve;
  metric: Metric;
  shown: Shown;
  file: string;
}) {
  const words = useTranslations('training.curve');
  const learners = useTranslations('training.learners');
  const format = useFormatter();
  const name = learners(curve.learner);
  const lossTitle = curve.best
    ? words('title', {
        learner: name,
        loss: format.number(curve.best.loss, 'four'),
        epoch: curve.best.epoch,
        fold: curve.best.fold,
      })
    : words('titleTraining', {
        learner: name,
        low: format.number(curve.training.low, 'four'),
        high: format.number(curve.training.high, 'four'),
        epochs: curve.training.epochs,
      });
  const title =
    metric === 'loss'
      ? lossTitle
      : curve.bestAuroc
        ? words('titleAuroc', {
            learner: name,
            auroc: format.number(curve.bestAuroc.auroc, 'three'),
            epoch: curve.bestAuroc.epoch,
            fold: curve.bestAuroc.fold,
          })
        : words('titleNoAuroc', { learner: name });
  const labels = {
    foldLabel: (fold: number) => words('foldLabel', { fold }),
    finalFit: words('finalFit'),
    training: words('trainLabel'),
  };
  const columns = [
    words('fold'),
    words('epoch'),
    words('train'),
    words('validation'),
    words('auroc'),
  ] as const;
  return (
    <Figure
      title={title}
      file={file}
      table={tableOf(curve, columns, words('finalFit'))}
      words={{ numbers: words('numbers') }}
    >
      {(metric === 'loss' || curve.bestAuroc) && (
        <LineChart
          lines={metric === 'loss' ? linesOf(curve, shown, labels) : aurocLinesOf(curve, shown, labels)}
          description={title}
          words={{ x: words('epoch'), y: words(metric) }}
          formatX={String}
          formatY={(loss) => format.number(loss, { maximumFractionDigits: 3 })}
        />
      )}
    </Figure>
  );
}
