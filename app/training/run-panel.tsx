'use client';
/** One run: how far it is, how it learns, how well it did. */
import { Notice, Progress } from '@praxis/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { CancelButton } from './cancel-button.tsx';
import { CompareWith } from './compare-with.tsx';
import { durationWords, secondsBetween, secondsLeft } from './durations.ts';
import { LossCurves } from './loss-curves.tsx';
import { PipelineSteps } from './pipeline-steps.tsx';
import { ProjectionSection } from './projection-section.tsx';
import { ResumeButton } from './resume-button.tsx';
import { RunMetrics } from './run-metrics.tsx';
import { StatusBadge } from './status-badge.tsx';
import { type LiveRun, useLiveRun } from './use-live-runs.ts';
import type { RunDetail, RunView } from './view.ts';

export function RunPanel({
  first,
  outcome,
  runs,
  canRun,
  cardAddress,
}: {
  first: RunDetail;
  /** The outcome's name in words. */
  outcome: string;
  /** Every run, to compare with. */
  runs: readonly RunView[];
  canRun: boolean;
  /** Where the finished model's card is shown; null for who may not see it. */
  cardAddress: string | null;
}) {
  const words = useTranslations('training');
  const live = useLiveRun(first);
  const { run, points, result } = live;
  const [failure, setFailure] = useState<string | null>(null);
  return (
    <section aria-label={outcome} className="flex min-w-0 flex-col gap-6 lg:col-start-2">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="text-title">{outcome}</h2>
          <StatusBadge status={run.status} />
        </div>
        {canRun && (run.status === 'queued' || run.status === 'running') && (
          <CancelButton id={run.id} onFailure={setFailure} />
        )}
        {canRun && (run.status === 'cancelled' || run.status === 'failed') && (
          <ResumeButton id={run.id} onResumed={live.refresh} onFailure={setFailure} />
        )}
      </div>
      {failure && <Notice tone="error">{failure}</Notice>}
      {run.status === 'failed' && (
        <Notice tone="error">{words('failed', { message: run.error ?? '' })}</Notice>
      )}
      {run.status === 'cancelled' && <Notice>{words('cancelled')}</Notice>}
      {run.status === 'queued' && <p className="text-muted">{words('queuedNote')}</p>}
      {(run.status === 'running' || run.status === 'cancelling') && <RunProgress live={live} />}
      {(run.stage !== null || run.status === 'succeeded') && (
        <PipelineSteps
          stage={run.stage}
          finished={run.status === 'succeeded'}
          running={run.status === 'running' || run.status === 'cancelling'}
          points={points}
        />
      )}
      {run.status === 'succeeded' && (
        <div className="self-start">
          <CompareWith shown={[run.id]} outcome={run.outcome} runs={runs} />
        </div>
      )}
      {result && <RunMetrics vertical={run.vertical} result={result} cardAddress={cardAddress} />}
      {(run.status === 'running' || points.length > 0) && (
        <LossCurves points={points} file={`praxis-${run.outcome}-training`} />
      )}
      {result && (
        <ProjectionSection id={run.id} vertical={run.vertical} file={`praxis-${run.outcome}-points`} />
      )}
    </section>
  );
}

function RunProgress({ live }: { live: LiveRun }) {
  const words = useTranslations('training');
  const format = useFormatter();
  const { run, now, epochsPerSecond } = live;
  const percent = format.number(run.fraction, 'percent');
  const left = run.startedAt === null ? null : secondsLeft(secondsBetween(run.startedAt, now), run.fraction);
  const facts = [
    percent,
    epochsPerSecond === null
      ? null
      : words('rate', { rate: format.number(epochsPerSecond, { maximumSignificantDigits: 2 }) }),
    left === null ? null : words('timeLeft', { time: durationWords(left, words) }),
  ].filter((fact) => fact !== null);
  return (
    <div className="flex flex-col gap-1.5">
      <Progress fraction={run.fraction} label={words('progress')} value={percent} />
      <p className="text-muted">{facts.join(' · ')}</p>
    </div>
  );
}
