'use client';
/** Says above every page that a model is being trained, and renders the page anew when one is ready. */
import { Progress } from '@praxis/ui';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useLiveList } from '../training/use-live-runs.ts';
import { isActive, type RunList } from '../training/view.ts';

export function TrainingStrip({
  first,
  quiet,
}: {
  first: RunList;
  /** Addresses of pages that promise that nothing is sent. */
  quiet: readonly string[];
}) {
  const router = useRouter();
  // The training page follows its runs itself.
  const path = usePathname();
  const elsewhere = path !== '/training' && !quiet.includes(path);
  const { list } = useLiveList(first, null, elsewhere);
  const ready = list.runs.filter(({ status }) => status === 'succeeded').length;
  const readyBefore = useRef(ready);
  useEffect(() => {
    if (ready > readyBefore.current) router.refresh();
    readyBefore.current = ready;
  }, [ready, router]);

  const active = list.runs.filter(isActive);
  const now = active.find(({ status }) => status === 'running') ?? active.at(-1);
  if (!now || !elsewhere) return null;
  return (
    <Strip
      practice={now.vertical}
      outcome={now.outcome}
      fraction={now.fraction}
      running={now.status === 'running'}
      others={active.length - 1}
    />
  );
}

function Strip({
  practice,
  outcome,
  fraction,
  running,
  others,
}: {
  practice: string;
  outcome: string;
  fraction: number;
  running: boolean;
  others: number;
}) {
  const words = useTranslations('training');
  const outcomes = useTranslations(`${practice}.outcomes`);
  const format = useFormatter();
  const percent = format.number(fraction, 'percent');
  const name = outcomes(outcome);
  return (
    <div
      data-practice={practice}
      data-print="hide"
      className="border-b border-line bg-sunken px-4 py-2 sm:px-8"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span>
          {running ? words('strip', { outcome: name, percent }) : words('stripQueued', { outcome: name })}
          {others > 0 && <span className="text-muted"> · {words('stripWaiting', { count: others })}</span>}
        </span>
        {running && (
          <span className="w-40">
            <Progress fraction={fraction} label={words('progress')} value={percent} />
          </span>
        )}
        <Link href={`/training?vertical=${practice}`} className="text-accent hover:underline">
          {words('view')}
        </Link>
      </div>
    </div>
  );
}
