/** Alerts beside this one: those of its case, and similar ones of the past with their verdicts. */
import { Cell, HeaderCell, Row, Table, Term } from '@praxis/ui';
import { linkOf } from '../../service/cases.ts';
import type { AlertReview } from '../../service/triage-contract.ts';
import type { Wording } from '../wording.ts';
import { AlertLink } from './alert-link.tsx';

interface OthersProps {
  readonly review: AlertReview;
  readonly alertHref: string;
  readonly onShow: (id: number) => void;
  readonly wording: Wording;
}

/** The other open alerts of the case. */
export function Together({ review, alertHref, onShow, wording }: OthersProps) {
  const { screen } = wording;
  const { alert, together, togetherCount } = review;
  if (together.length === 0) return null;
  const title = screen('review.together.title', { count: wording.number(togetherCount) });
  return (
    <section aria-labelledby="together" className="flex flex-col gap-2">
      <h2 id="together" className="text-title">
        {title}
      </h2>
      {togetherCount > together.length ? (
        <p className="text-muted">
          {screen('review.together.first', { shown: wording.number(together.length) })}
        </p>
      ) : null}
      <Table label={title}>
        <thead>
          <tr>
            <HeaderCell numeric>{screen('review.similar.columns.alert')}</HeaderCell>
            <HeaderCell numeric>{screen('queue.columns.amount')}</HeaderCell>
            <HeaderCell numeric>{screen('queue.columns.probability')}</HeaderCell>
            <HeaderCell className="w-full">{screen('review.together.link')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {together.map((other) => (
            <Row key={other.id}>
              <Cell numeric>
                <AlertLink id={other.id} alertHref={alertHref} onShow={onShow}>
                  {String(other.id)}
                </AlertLink>
              </Cell>
              <Cell numeric>{wording.money(other.transaction.amountMinor, other.currency)}</Cell>
              <Cell numeric>{other.score === null ? '–' : wording.probability(other)}</Cell>
              <Cell className="text-muted">
                {screen('review.together.shares', { what: linkOf(alert.transaction, other.transaction) })}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** How alerts ended that were raised for similar reasons. */
export function SimilarAlerts({ review, alertHref, onShow, wording }: OthersProps) {
  const { screen } = wording;
  const { similar } = review;
  const fraud = similar.filter(({ alert }) => alert.verdict === 'fraud').length;
  return (
    <section aria-labelledby="similar" className="flex flex-col gap-2">
      <h2 id="similar" className="text-title">
        {screen('review.similar.title')}
      </h2>
      {similar.length === 0 ? (
        <p className="text-muted">{screen('review.similar.none')}</p>
      ) : (
        <>
          <p className="font-strong">{screen('review.similar.finding', { fraud, count: similar.length })}</p>
          <Table label={screen('review.similar.title')}>
            <thead>
              <tr>
                <HeaderCell numeric>{screen('review.similar.columns.alert')}</HeaderCell>
                <HeaderCell>{screen('review.similar.columns.verdict')}</HeaderCell>
                <HeaderCell numeric className="hidden sm:table-cell">
                  {screen('review.similar.columns.amount')}
                </HeaderCell>
                <HeaderCell numeric>
                  <Term explanation={screen('review.similar.meaning')}>
                    {screen('review.similar.columns.similarity')}
                  </Term>
                </HeaderCell>
                <HeaderCell className="hidden w-full sm:table-cell">
                  {screen('review.similar.columns.reason')}
                </HeaderCell>
              </tr>
            </thead>
            <tbody>
              {similar.map(({ alert, similarity }) => (
                <Row key={alert.id}>
                  <Cell numeric>
                    <AlertLink id={alert.id} alertHref={alertHref} onShow={onShow}>
                      {String(alert.id)}
                    </AlertLink>
                  </Cell>
                  <Cell className={alert.verdict === 'fraud' ? 'text-error' : ''}>
                    {alert.verdict === null ? '–' : screen(`verdicts.${alert.verdict}`)}
                  </Cell>
                  <Cell numeric className="hidden sm:table-cell">
                    {wording.money(alert.transaction.amountMinor, alert.currency)}
                  </Cell>
                  <Cell numeric>{wording.share(similarity)}</Cell>
                  <Cell className="hidden sm:table-cell">{wording.mainReason(alert)}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </section>
  );
}
