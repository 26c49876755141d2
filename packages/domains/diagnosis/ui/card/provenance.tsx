/** Who the model learned from, what it looks at, and where each byte comes from. */
import type { ModelCard } from '@praxis/core';
import { Cell, Disclosure, HeaderCell, Row, Table, Term } from '@praxis/ui';
import type { ReactNode } from 'react';
import type { Wording } from '../wording.ts';
import { Section } from './section.tsx';

export function People({
  card,
  wording,
  horizon,
}: {
  card: ModelCard;
  wording: Wording;
  /** In words. */
  horizon: string;
}) {
  const { screen, t, number, percent } = wording;
  const age = numeric(card, 'ageYears');
  const male = numeric(card, 'male');
  return (
    <Section
      id="people"
      title={screen('card.forWhom')}
      note={screen('card.forWhomText', {
        rows: number(card.data.rows),
        events: number(card.data.events),
        share: percent(card.data.events / card.data.rows),
        horizon,
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
      {card.privacy === null ? null : (
        <p className="max-w-prose">
          {screen('card.privacy', {
            epsilon: number(card.privacy.epsilon, 2),
            delta: String(card.privacy.delta),
          })}
        </p>
      )}
    </Section>
  );
}

/** What is known of a numeric feature, undefined where the model has none of that name. */
function numeric({ features }: ModelCard, name: string) {
  const found = features.find((feature) => feature.name === name);
  return found?.kind === 'category' ? undefined : found;
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
  const { screen, percent } = wording;
  const note = card.files.some(({ name }) => name === 'familiarity.json') ? 'inputsNote' : 'inputsNoteRanges';
  return (
    <Section id="inputs" title={screen('card.inputs')} note={screen(`card.${note}`)}>
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
          {card.features.map((feature) => (
            <Row key={feature.name}>
              <Cell className="min-w-40">
                <InputName name={feature.name} wording={wording} />
              </Cell>
              <Cell numeric>{percent(feature.missing)}</Cell>
              <Distribution feature={feature} wording={wording} />
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function InputName({ name, wording: { t, labelOf } }: { name: string; wording: Wording }) {
  const label = labelOf(name);
  if (!t.has(`features.${name}.note`)) return label;
  return <Term explanation={t(`features.${name}.note`)}>{label}</Term>;
}

/** Mean and middle of a number, the levels of a category with their shares. */
function Distribution({ feature, wording }: { feature: ModelCard['features'][number]; wording: Wording }) {
  const { screen, percent } = wording;
  const { name } = feature;
  if (feature.kind === 'category') {
    const levels = feature.levels.map((level) =>
      screen('card.level', { level: level.name, share: percent(level.share) }),
    );
    return (
      <Cell colSpan={2} className="text-right">
        {levels.join(screen('separator'))}
      </Cell>
    );
  }
  const { kind, mean, low, high } = feature;
  if (kind === 'flag') {
    const share = percent(mean);
    return (
      <>
        <Cell numeric>{name === 'male' ? screen('card.maleShare', { share }) : share}</Cell>
        <Cell numeric>–</Cell>
      </>
    );
  }
  return (
    <>
      <Cell numeric>{kind === 'count' ? wording.number(mean, 1) : wording.quantity(name, mean)}</Cell>
      <Cell numeric>{`${wording.amount(name, low)}–${wording.quantity(name, high)}`}</Cell>
    </>
  );
}

export function Lineage({
  card,
  artifact,
  wording,
}: {
  card: ModelCard;
  /** Content hash of the model's folder. */
  artifact: string;
  wording: Wording;
}) {
  const { screen, number } = wording;
  const { intercept, slope } = card.calibration;
  const item = (name: string, values?: Record<string, string | number>) =>
    screen(`card.lineageItems.${name}`, values);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [item('created'), wording.moment(card.createdAt)],
    [item('duration'), item('seconds', { seconds: number(card.seconds) })],
    [item('split'), splitText(card, wording)],
    [
      item('interval'),
      card.interval === null
        ? item('noInterval')
        : item('intervalText', { replicates: card.interval.replicates }),
    ],
    ...privacyItems(card, wording),
    [item('platt'), item('plattText', { intercept: number(intercept, 3), slope: number(slope, 3) })],
    [item('cohort'), <Hash key="cohort" value={card.data.cohortSha256} />],
    ...card.data.sources.map(
      ({ file, sha256, rows: count }) =>
        [item('source', { file, rows: number(count) }), <Hash key={file} value={sha256} />] as const,
    ),
    ...card.files.map(({ name, sha256 }) => [name, <Hash key={name} value={sha256} />] as const),
    [item('artifact'), <Hash key="artifact" value={artifact} />],
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

/** How rows were held out, as one list. */
function splitText({ split }: ModelCard, { screen }: Wording): string {
  const part = (name: string, values?: Record<string, number>) =>
    screen(`card.lineageItems.splits.${name}`, values);
  return [
    part(split.kind, { folds: split.folds }),
    ...(split.repeats > 1 ? [part('repeats', { count: split.repeats })] : []),
    ...(split.nested ? [part('nested')] : []),
    part('seed', { seed: split.seed }),
  ].join(screen('separator'));
}

function privacyItems(
  { privacy }: ModelCard,
  { screen, number, percent }: Wording,
): (readonly [string, string])[] {
  if (privacy === null) return [];
  const text = screen('card.lineageItems.privacyText', {
    epsilon: number(privacy.epsilon, 2),
    delta: String(privacy.delta),
    noise: number(privacy.noiseMultiplier, 2),
    rate: percent(privacy.samplingRate, 1),
    steps: number(privacy.steps),
    clip: number(privacy.clip, 2),
  });
  return [[screen('card.lineageItems.privacy'), text]];
}

function Hash({ value }: { value: string }) {
  return <code className="text-small break-all">{value}</code>;
}
