/** Champion and challengers of an outcome side by side, with what may be decided about each. */
import type { Estimate } from '@praxis/core';
import type { Role } from '@praxis/db';
import { Badge, Cell, HeaderCell, Row, Table } from '@praxis/ui';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { entered, following, may, proposeModels } from '../server/permissions.ts';
import type { ModelComparison } from './comparison.ts';
import { DecideButton } from './decide-button.tsx';
import { shortHash } from './model-name.ts';
import type { ModelView, OutcomeModels } from './outcome-models.ts';

export function ModelsTable({
  of,
  name,
  role,
  address,
}: {
  of: OutcomeModels;
  /** The outcome in words. */
  name: string;
  role: Role;
  /** Of the endpoints. */
  address: string;
}) {
  const words = useTranslations('models');
  const compares = of.models.length > 1;
  const vertical = entered(role).find(({ id }) => id === of.purpose.vertical);
  const worth = vertical?.worth ?? null;
  const isByPrecision = vertical?.chosenBy === 'averagePrecision';
  return (
    <Table label={`${words('title')}: ${name}`}>
      <thead>
        <tr>
          <HeaderCell>{words('model')}</HeaderCell>
          <HeaderCell>{words('state')}</HeaderCell>
          {isByPrecision && <HeaderCell numeric>{words('averagePrecision')}</HeaderCell>}
          <HeaderCell numeric>{words('auroc')}</HeaderCell>
          {compares && (
            <>
              <HeaderCell numeric>{words('difference', { measure: words('auroc') })}</HeaderCell>
              <HeaderCell numeric>{words('difference', { measure: words('brier') })}</HeaderCell>
              <HeaderCell>
                <span className="sr-only">{words('action')}</span>
              </HeaderCell>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {of.models.map((model) => (
          <Row key={model.artifact}>
            <ModelCells model={model} worth={worth} isByPrecision={isByPrecision} />
            {compares && (
              <>
                <DifferenceCell of={model.comparison?.auroc ?? null} />
                <DifferenceCell of={model.comparison?.brier ?? null} />
                <Cell className="text-right">
                  {model.state === 'previous' && may(role, following(of.purpose.vertical)) && (
                    <DecideButton
                      decision="putBack"
                      model={shortHash(model.artifact)}
                      method="PUT"
                      address={`${address}/champion`}
                      body={{ artifact: model.artifact }}
                    />
                  )}
                  {model.state === 'challenger' && of.proposal === null && may(role, proposeModels) && (
                    <DecideButton
                      decision="propose"
                      model={shortHash(model.artifact)}
                      method="POST"
                      address={`${address}/proposals`}
                      body={{ artifact: model.artifact }}
                    />
                  )}
                </Cell>
              </>
            )}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function ModelCells({
  model: { artifact, state, card },
  worth,
  isByPrecision,
}: {
  model: ModelView;
  /** Where the reader sees what it is worth, if anywhere. */
  worth: string | null;
  isByPrecision: boolean;
}) {
  const words = useTranslations('models');
  const learners = useTranslations('training.learners');
  const format = useFormatter();
  return (
    <>
      <Cell className="min-w-48">
        <span className={state === 'champion' ? 'font-strong' : undefined}>
          {card ? learners(card.learner) : words('noCard')}
        </span>
        <span className="block text-small text-muted">
          <code>{shortHash(artifact)}</code>
          {card && ` · ${words('trained', { date: format.dateTime(new Date(card.createdAt), 'moment') })}`}
          {worth !== null && (
            <>
              {' · '}
              <Link
                href={`${worth}?model=${artifact}`}
                className="text-accent underline-offset-4 hover:underline"
              >
                {words('worth')}
              </Link>
            </>
          )}
        </span>
      </Cell>
      <Cell>
        <Badge tone={state === 'champion' ? 'accent' : 'neutral'}>{words(`states.${state}`)}</Badge>
      </Cell>
      {isByPrecision && <Cell numeric>{card ? <Figure of={card.averagePrecision} /> : '–'}</Cell>}
      <Cell numeric>{card ? <Figure of={card.auroc} /> : '–'}</Cell>
    </>
  );
}

function Figure({ of: { value, lower, upper } }: { of: Estimate }) {
  const words = useTranslations('models');
  const format = useFormatter();
  return (
    <>
      {format.number(value, 'three')}
      <span className="block text-small text-muted">
        {words('interval', { lower: format.number(lower, 'three'), upper: format.number(upper, 'three') })}
      </span>
    </>
  );
}

function DifferenceCell({ of }: { of: ModelComparison['auroc'] | null }) {
  const words = useTranslations('models');
  const format = useFormatter();
  if (of === null) return <Cell numeric>–</Cell>;
  const signed = (figure: number) =>
    format.number(figure, {
      minimumFractionDigits: 4,
      maximumFractionDigits: 4,
      signDisplay: 'exceptZero',
    });
  const { difference, lower, upper } = of.difference;
  return (
    <Cell numeric>
      {signed(difference)}
      <span className="block text-small text-muted">
        {words('interval', { lower: signed(lower), upper: signed(upper) })}
      </span>
      <span className="block text-small">{words(`verdicts.${of.verdict}`)}</span>
    </Cell>
  );
}
