/** What the model learned from, what it does not know, and where each byte comes from. */
import type { ModelCard } from '@praxis/core';
import { Disclosure } from '@praxis/ui';
import type { ReactNode } from 'react';
import type { Wording } from '../wording.ts';
import { Section } from './section.tsx';

export function Limits({ card, wording }: { card: ModelCard; wording: Wording }) {
  return (
    <Section title={wording.card('limits')}>
      <ul className="max-w-prose list-disc pl-5">
        {card.limits.map((limit) => (
          <li key={limit} className="py-0.5">
            {wording.limit(limit)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Learned({ card: { data }, wording }: { card: ModelCard; wording: Wording }) {
  const { card: word, number, share } = wording;
  const read = data.sources.reduce((sum, { rows }) => sum + rows, 0);
  const note = word('dataText', {
    rows: data.rows,
    events: number(data.events),
    share: share(data.events / data.rows),
    payments: number(read),
  });
  return <Section title={word('data')} note={note} />;
}

export function Lineage({
  card,
  artifact,
  wording,
}: {
  card: ModelCard;
  artifact: string;
  wording: Wording;
}) {
  const { card: word, number } = wording;
  const item = (name: string, values?: Record<string, string | number>) =>
    word(`lineageItems.${name}`, values);
  const { split, data, software, files } = card;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [item('created'), wording.moment(new Date(card.createdAt))],
    [item('duration'), item('seconds', { seconds: number(card.seconds) })],
    [item('split'), item('splitText', { folds: split.folds, seed: split.seed })],
    ...data.sources.map(
      ({ file, sha256, rows: count }) =>
        [item('source', { file, rows: number(count) }), <Hash key={file} value={sha256} />] as const,
    ),
    [item('rows'), <Hash key="rows" value={data.cohortSha256} />],
    ...files.map(({ name, sha256 }) => [name, <Hash key={name} value={sha256} />] as const),
    [item('artifact'), <Hash key="artifact" value={artifact} />],
    [
      item('software'),
      Object.entries(software)
        .map(([name, version]) => `${name} ${version}`)
        .join(word('separator')),
    ],
  ];
  return (
    <Disclosure
      remember="fraud-card-lineage"
      summary={<h2 className="text-title text-ink">{word('lineage')}</h2>}
    >
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="mb-1 min-w-0 sm:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

function Hash({ value }: { value: string }) {
  return <code className="text-small break-all">{value}</code>;
}
