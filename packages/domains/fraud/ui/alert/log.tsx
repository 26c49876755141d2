/** What people did with the alert, in order, and what became known of the terminal's other payments. */
import { Cell, Disclosure, HeaderCell, Row, Table } from '@praxis/ui';
import type { AlertReview } from '../../service/triage-contract.ts';
import type { Review } from '../../service/triage-store.ts';
import type { Wording } from '../wording.ts';
import { logEntries } from './log-entries.ts';

export function ReviewLog({ review, wording }: { review: AlertReview; wording: Wording }) {
  const { screen } = wording;
  return (
    <section aria-labelledby="log" className="flex flex-col gap-2">
      <h2 id="log" className="text-title">
        {screen('review.log.title')}
      </h2>
      {review.reviews.length === 0 ? (
        <p className="text-muted">{screen('review.log.none')}</p>
      ) : (
        <ol>
          {logEntries(review.reviews).map(({ id, event, reason, note, by, at }) => (
            <li key={id} className="border-b border-line py-1.5">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span>{said(event, by.name, reason, wording)}</span>
                <span className="text-small text-muted">{wording.moment(at)}</span>
              </div>
              {note === null ? null : <p className="whitespace-pre-wrap">{note}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function said(event: Review['event'], name: string, reason: string | null, { screen }: Wording): string {
  const done = screen(`review.log.events.${event}`, { name });
  if (reason === null) return done;
  return screen('review.log.because', { event: done, reason: screen(`verdictReasons.${reason}`) });
}

/** Payments at the same terminal: its other cards tell whether it is compromised. */
export function AtTerminal({ review, wording }: { review: AlertReview; wording: Wording }) {
  const { screen } = wording;
  const { terminal, alert } = review;
  const frauds = terminal.filter(({ fraud }) => fraud === true).length;
  const title = screen('review.terminalTitle', { count: terminal.length, frauds });
  const columns = ['time', 'amount', 'card', 'answer', 'known'] as const;
  return (
    <Disclosure summary={<span className="text-ink">{title}</span>} remember="fraud-terminal">
      <div className="max-h-80 overflow-y-auto">
        <Table label={title}>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeaderCell key={column} numeric={column === 'amount' || column === 'card'}>
                  {column === 'card'
                    ? screen('queue.columns.card')
                    : screen(`review.timeline.columns.${column}`)}
                </HeaderCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {terminal.map(({ transaction, answer, fraud }) => (
              <Row key={transaction.id}>
                <Cell className="whitespace-nowrap">{wording.paidAtShort(transaction.timeSeconds)}</Cell>
                <Cell numeric>{wording.money(transaction.amountMinor, alert.currency)}</Cell>
                <Cell numeric>{transaction.customer}</Cell>
                <Cell>{answer === null ? '–' : screen(`answers.${answer}`)}</Cell>
                <Cell className={fraud === true ? 'text-error' : ''}>
                  {fraud === null ? '–' : screen(`verdicts.${fraud ? 'fraud' : 'genuine'}`)}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
    </Disclosure>
  );
}
