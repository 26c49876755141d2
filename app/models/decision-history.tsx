/** Every decision about an outcome's models, newest first. */
import type { Decision } from '@praxis/db';
import { Cell, Disclosure, HeaderCell, Row, Table } from '@praxis/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { shortHash } from './model-name.ts';

export function DecisionHistory({ decisions, outcome }: { decisions: readonly Decision[]; outcome: string }) {
  const words = useTranslations('models');
  const roles = useTranslations('roles');
  const format = useFormatter();
  const summary = words('history', { count: decisions.length });
  return (
    <Disclosure summary={summary} remember={`decisions-${outcome}`}>
      <Table label={summary}>
        <thead>
          <tr>
            <HeaderCell>{words('when')}</HeaderCell>
            <HeaderCell>{words('decision')}</HeaderCell>
            <HeaderCell>{words('who')}</HeaderCell>
            <HeaderCell>{words('reason')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ id, kind, artifact, by, reason, decidedAt }) => (
            <Row key={id}>
              <Cell className="whitespace-nowrap text-muted">{format.dateTime(decidedAt, 'moment')}</Cell>
              <Cell className="whitespace-nowrap">
                <code>{shortHash(artifact)}</code> {words(`kinds.${kind}`)}
              </Cell>
              <Cell className="whitespace-nowrap">
                {by === null ? words('house') : by.name}
                {by !== null && roles.has(by.role) && (
                  <span className="block text-small text-muted">{roles(by.role)}</span>
                )}
              </Cell>
              <Cell className="min-w-64">{reason}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  );
}
