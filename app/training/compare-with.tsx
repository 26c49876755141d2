'use client';
/** Takes another run of the same outcome to the side of those that are shown. */
import { Select } from '@praxis/ui';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { comparableWith } from './comparison.ts';
import type { RunView } from './view.ts';

export function CompareWith({
  shown,
  outcome,
  runs,
}: {
  /** Ids of the runs that are shown. */
  shown: readonly string[];
  outcome: string;
  runs: readonly RunView[];
}) {
  const words = useTranslations('training.compare');
  const format = useFormatter();
  const router = useRouter();
  const training = useTranslations('training');
  const others = comparableWith(shown, outcome, runs);
  if (others.length === 0) return null;
  return (
    <Select
      label={words('with')}
      value=""
      onChange={(event) => router.push(`/training?compare=${[...shown, event.target.value].join(',')}`)}
    >
      <option value="" disabled>
        {words('choose')}
      </option>
      {others.map((run) => (
        <option key={run.id} value={run.id}>
          {format.dateTime(new Date(run.createdAt), 'moment')}
          {run.status !== 'succeeded' && ` · ${training(`statuses.${run.status}`)}`}
        </option>
      ))}
    </Select>
  );
}
