/** How well the learners of a finished run did, the chosen one marked. */
import { Badge, buttonClass, Cell, HeaderCell, Row, Table } from '@praxis/ui';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { durationWords } from './durations.ts';
import { OwnFigures } from './own-figures.tsx';
import type { RunResult } from './view.ts';

interface Interval {
  value: number;
  lower: number;
  upper: number;
}

const figures = ['auroc', 'averagePrecision', 'brier', 'calibrationSlope'] as const;

export function RunMetrics({
  vertical,
  result,
  cardAddress,
}: {
  vertical: string;
  result: RunResult;
  cardAddress: string | null;
}) {
  const training = useTranslations('training');
  const words = useTranslations('training.metrics');
  const format = useFormatter();
  return (
    <section className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-body">{words('title')}</h3>
        {cardAddress && (
          <Link href={cardAddress} className={buttonClass('secondary')}>
            {words('card')}
          </Link>
        )}
      </div>
      <Table label={words('title')}>
        <thead>
          <tr>
            <HeaderCell>{words('learner')}</HeaderCell>
            {figures.map((figure) => (
              <HeaderCell key={figure} numeric className="whitespace-normal">
                {words(figure)}
              </HeaderCell>
            ))}
            <HeaderCell numeric>{words('seconds')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {result.candidates.map((candidate) => (
            <Row key={candidate.learner}>
              <Cell>
                <span className="inline-flex flex-wrap items-center gap-x-2">
                  {training(`learners.${candidate.learner}`)}
                  {candidate.chosen && <Badge tone="accent">{words('chosen')}</Badge>}
                  {candidate.comparedOnly && <Badge>{words('comparedOnly')}</Badge>}
                </span>
              </Cell>
              {figures.map((figure) => (
                <IntervalCell key={figure} of={candidate[figure]} />
              ))}
              <Cell numeric>{durationWords(candidate.seconds, training)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <p className="max-w-prose text-small text-muted">
        {words(`why.${result.why}`)}{' '}
        {words('note', { rows: format.number(result.rows), events: format.number(result.events) })}
      </p>
      {result.candidates.some(({ comparedOnly }) => comparedOnly) && (
        <p className="max-w-prose text-small text-muted">{words('comparedOnlyNote')}</p>
      )}
      {result.ownFigures.length > 0 && <OwnFigures vertical={vertical} figures={result.ownFigures} />}
    </section>
  );
}

function IntervalCell({ of: { value, lower, upper } }: { of: Interval }) {
  const words = useTranslations('training.metrics');
  const format = useFormatter();
  const three = (figure: number) => format.number(figure, 'three');
  return (
    <Cell numeric>
      {three(value)}
      <span
        className="block text-small text-muted"
        title={words('interval', { lower: three(lower), upper: three(upper) })}
      >
        {three(lower)}–{three(upper)}
      </span>
    </Cell>
  );
}
