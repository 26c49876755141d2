/** What the vertical counts on the held-out rows, beside what a model that knows the truth would reach. */
import { Cell, HeaderCell, Row, Table } from '@praxis/ui';
import { useFormatter, useTranslations } from 'next-intl';
import type { RunResult } from './view.ts';

type OwnFigure = RunResult['ownFigures'][number];

export function OwnFigures({ vertical, figures }: { vertical: string; figures: readonly OwnFigure[] }) {
  const words = useTranslations('training.metrics.own');
  const every = useTranslations();
  const format = useFormatter();
  const written = {
    ratio: (value: number) => format.number(value, 'three'),
    share: (value: number) => format.number(value, 'percent'),
    currency: (value: number) => format.number(value, { maximumFractionDigits: 0 }),
  };
  return (
    <Table label={words('title')}>
      <thead>
        <tr>
          <HeaderCell className="whitespace-normal">{words('title')}</HeaderCell>
          <HeaderCell numeric>{words('model')}</HeaderCell>
          <HeaderCell numeric className="whitespace-normal">
            {words('best')}
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ figure, unit, value, best }) => (
          <Row key={figure}>
            <Cell>{every(`${vertical}.figures.${figure}`)}</Cell>
            <Cell numeric>{written[unit](value)}</Cell>
            <Cell numeric>{best !== null && written[unit](best)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
