'use client';
/** What can be said of runs side by side, in sentences: which have no figures, and what each differs by from the first. */
import { Notice } from '@praxis/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { type ComparedRun, endingOf, verdictOf } from './comparison.ts';
import { useDifferenceWords } from './use-difference-words.ts';

export function CompareStatements({
  runs,
  letters,
}: {
  runs: readonly ComparedRun[];
  /** Short names of the runs. */
  letters: readonly string[];
}) {
  return (
    // A run may end while it is looked at: that is said without being asked for.
    <div role="status" className="flex flex-col gap-2">
      {runs.map((one, at) => (
        <EndingNotice key={one.run.id} of={one} letter={letters[at] ?? ''} />
      ))}
      {runs.slice(1).map((one, at) => (
        <VerdictNotice key={one.run.id} first={runs[0] ?? one} other={one} letter={letters[at + 1] ?? ''} />
      ))}
    </div>
  );
}

function EndingNotice({ of, letter }: { of: ComparedRun; letter: string }) {
  const words = useTranslations('training.compare.endings');
  const format = useFormatter();
  const ending = endingOf(of);
  if (ending === null) return null;
  const { finishedAt, createdAt, error } = of.run;
  const time = format.dateTime(new Date(finishedAt ?? createdAt), 'moment');
  return (
    <Notice tone={ending === 'failed' ? 'error' : 'neutral'}>
      {words(ending, { run: letter, time, message: error ?? '' })}
    </Notice>
  );
}

function VerdictNotice({ first, other, letter }: { first: ComparedRun; other: ComparedRun; letter: string }) {
  const words = useTranslations('training.compare.verdicts');
  const format = useFormatter();
  const told = useDifferenceWords();
  const verdict = verdictOf(first, other);
  if (verdict === null) return null;
  const { difference } = other;
  const measured = difference && {
    difference: told.value(difference.auroc),
    interval: told.interval(difference.auroc),
    p: told.p(difference.auroc),
    rows: format.number(difference.rows),
    events: format.number(difference.events),
  };
  return <Notice>{words(verdict, { run: letter, ...measured })}</Notice>;
}
