/** The card's payments over time, the present one emphasised. */
import { EventPlot, Figure, type PlottedEvent } from '@praxis/ui';
import { minorUnitsPerUnit } from '../../data/records.ts';
import type { AlertReview } from '../../service/triage-contract.ts';
import type { PastPayment } from '../../service/triage-store.ts';
import type { Wording } from '../wording.ts';
import { amountFinding, usualRange } from './card-timeline.ts';
import { momentTicks, spanAround } from './moment-ticks.ts';

export function CardTimeline({ review, wording }: { review: AlertReview; wording: Wording }) {
  const { screen } = wording;
  const { alert, card } = review;
  const { transaction, currency } = alert;
  const money = (minor: number) => wording.money(minor, currency);
  const usual = usualRange(card, transaction.id);
  const others = card.length - 1;
  const title =
    usual === null
      ? screen('review.timeline.unknown', { count: others })
      : screen(`review.timeline.${amountFinding(transaction.amountMinor, usual)}`, {
          low: money(usual.lowMinor),
          high: money(usual.highMinor),
        });
  const span = spanAround(card.map((one) => one.transaction.timeSeconds));
  const { ticks, withTime } = momentTicks(span);
  const known = ({ fraud }: PastPayment) =>
    fraud === null ? null : screen(`verdicts.${fraud ? 'fraud' : 'genuine'}`);
  const answered = ({ answer }: PastPayment) => (answer === null ? null : screen(`answers.${answer}`));
  return (
    <Figure
      title={title}
      note={screen('review.timeline.note')}
      file={`card-${transaction.customer}`}
      remember="fraud-timeline"
      words={{ numbers: screen('review.numbers') }}
      table={{
        columns: ['time', 'amount', 'terminal', 'answer', 'known'].map((column) =>
          screen(`review.timeline.columns.${column}`),
        ),
        rows: card.map((one) => [
          wording.paidAtShort(one.transaction.timeSeconds),
          money(one.transaction.amountMinor),
          one.transaction.terminal,
          answered(one),
          known(one),
        ]),
      }}
    >
      <EventPlot
        events={card.map((one): PlottedEvent => {
          const { id, timeSeconds, amountMinor, terminal } = one.transaction;
          return {
            key: id,
            at: timeSeconds,
            value: amountMinor / minorUnitsPerUnit,
            mark: markOf(one, transaction.id),
            label: [
              wording.paidAt(timeSeconds),
              money(amountMinor),
              screen('terminal', { id: String(terminal) }),
              known(one) ?? answered(one),
            ]
              .filter((part) => part !== null)
              .join(' · '),
          };
        })}
        usual={
          usual === null
            ? null
            : {
                low: usual.lowMinor / minorUnitsPerUnit,
                high: usual.highMinor / minorUnitsPerUnit,
                word: screen('review.timeline.usual'),
              }
        }
        span={span}
        ticks={ticks}
        formatMoment={(at) => wording.tick(at, withTime)}
        formatValue={(value) => wording.sensible(value)}
        marks={{
          present: screen('review.timeline.marks.present'),
          plain: screen('review.timeline.marks.plain'),
          confirmed: screen('review.timeline.marks.fraud'),
          refused: screen('review.timeline.marks.refused'),
        }}
        description={screen('review.timeline.description', {
          count: card.length,
          card: String(transaction.customer),
        })}
      />
    </Figure>
  );
}

function markOf({ transaction, fraud, answer }: PastPayment, presentId: number): PlottedEvent['mark'] {
  if (transaction.id === presentId) return 'present';
  if (fraud === true) return 'confirmed';
  return answer === 'decline' ? 'refused' : 'plain';
}
