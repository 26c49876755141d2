/** Who the model learned from, what it looks at, and where each byte comes from. */
import type { ModelCard } from '@praxis/core';
import { Cell, Disclosure, HeaderCell, Row, Table, Term } from '@praxis/ui';
import type { ReactNode } from 'react';
import type { Wording } from '../wording.ts';
import { Section } from './section.tsx';

export function People({
  card,
  wording,
  horizonYears,
}: {
  card: ModelCard;
  wording: Wording;
  horizonYears: number;
}) {
  const { screen, t, number, percent } = wording;
  const feature = (name: string) => card.features.find((one) => one.name === name);
  const age = feature('ageYears');
  const male = feature('male');
  return (
    <Section
      id="people"
      title={screen('card.forWhom')}
      note={screen('card.forWhomText', {
        rows: number(card.data.rows),
        events: number(card.data.events),
        share: percent(card.data.events / card.data.rows),
        horizon: screen('horizon', { years: horizonYears }),
        low: number(age?.low ?? Number.NaN),
        high: number(age?.high ?? Number.NaN),
        male: percent(male?.mean ?? Number.NaN),
      })}
    >
      <Table label={screen('card.excluded')}>
        <thead>
          <tr>
            <HeaderCell>{screen('card.excluded')}</HeaderCell>
            <HeaderCell numeric>{screen('card.people')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {card.data.excluded.map(({ reason, rows }) => (
            <Row key={reason}>
              <Cell>{t(`excluded.${reason}`)}</Cell>
              <Cell numeric>{number(rows)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

export function Limits({ card, wording }: { card: ModelCard; wording: Wording }) {
  return (
    <Section id="limits" title={wording.screen('card.limits')}>
      <ul className="max-w-prose list-disc pl-5">
        {card.limits.map((limit) => (
          <li key={limit} className="py-0.5">
            {wording.t(`limits.${limit}`)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Inputs({ card, wording }: { card: ModelCard; wording: Wording }) {
  const { screen, t, percent } = wording;
  const mean = (name: string, kind: string, value: number) => {
    if (name === 'male') return screen('card.maleShare', { share: percent(value) });
    if (kind === 'flag') return percent(value);
    return kind === 'count' ? wording.number(value, 1) : wording.quantity(name, value);
  };
  return (
    <Section id="inputs" title={screen('card.inputs')} note={screen('card.inputsNote')}>
      <Table label={screen('card.inputs')}>
        <thead>
          <tr>
            <HeaderCell>{screen('card.input')}</HeaderCell>
            <HeaderCell numeric>{screen('card.missing')}</HeaderCell>
            <HeaderCell numeric>{screen('card.mean')}</HeaderCell>
            <HeaderCell numeric>{screen('card.middle')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {card.features.map(({ name, kind, missing, mean: average, low, high }) => (
            <Row key={name}>
              <Cell className="min-w-40">
                {t.has(`features.${name}.note`) ? (
                  <Term explanation={t(`features.${name}.note`)}>{t(`features.${name}.label`)}</Term>
                ) : (
                  t(`features.${name}.label`)
                )}
              </Cell>
              <Cell numeric>{percent(missing)}</Cell>
              <Cell numeric>{mean(name, kind, average)}</Cell>
              <Cell numeric>
                {kind === 'flag' ? '–' : `${wording.amount(name, low)}–${wording.quantity(name, high)}`}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

export function Lineage({ card, wording }: { card: ModelCard; wording: Wording }) {
  const { screen, number } = wording;
  const { intercept, slope } = card.calibration;
  const item = (name: string, values?: Record<string, string | number>) =>
    screen(`card.lineageItems.${name}`, values);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [item('created'), wording.moment(card.createdAt)],
    [item('duration'), item('seconds', { seconds: number(card.seconds) })],
    [item('split'), item('splitText', { folds: card.split.folds, seed: card.split.seed })],
    [item('interval'), item('intervalText', { replicates: card.interval.replicates })],
    [item('platt'), item('plattText', { intercept: number(intercept, 3), slope: number(slope, 3) })],
    [item('cohort'), <Hash key="cohort" value={card.data.cohortSha256} />],
    ...card.data.sources.map(
      ({ file, sha256, rows: count }) =>
        [item('source', { file, rows: number(count) }), <Hash key={file} value={sha256} />] as const,
    ),
    ...card.files.map(({ name, sha256 }) => [name, <Hash key={name} value={sha256} />] as const),
    [
      item('software'),
      Object.entries(card.software)
        .map(([name, version]) => `${name} ${version}`)
        .join(screen('separator')),
    ],
  ];
  return (
    <Disclosure
      remember="card-lineage"
      summary={<h2 className="text-title text-ink">{screen('card.lineage')}</h2>}
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
