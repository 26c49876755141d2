/** Why a payment was held, in the customer's own terms, and the rules that hold. */
import type { Alert, AlertReview } from '../../service/triage-contract.ts';
import { reasonSentence } from '../reason-sentence.ts';
import type { Wording } from '../wording.ts';
import { usualCount } from './card-timeline.ts';

/** Spans over which a card's past, as far as the screen has it, says how many payments are usual. */
const countSeconds: Readonly<Record<string, number>> = { '1Hour': 3_600, '1Day': 86_400 };

export function Why({ review, wording }: { review: AlertReview; wording: Wording }) {
  const { screen } = wording;
  const { reasons, rules, score } = review.alert;
  return (
    <section aria-labelledby="why" className="flex flex-col gap-3">
      <h2 id="why" className="text-title">
        {screen('review.why')}
      </h2>
      {reasons.length === 0 ? (
        <p className="text-muted">
          {score === null ? wording.probability(review.alert) : screen('review.whyNone')}
        </p>
      ) : (
        <>
          <Reasons review={review} wording={wording} />
          <p className="text-small text-muted">{screen('review.raises')}</p>
        </>
      )}
      {rules.length === 0 ? null : <Rules rules={rules} wording={wording} />}
      <Confirmed confirmed={review.confirmed} wording={wording} />
    </section>
  );
}

function Reasons({ review, wording }: { review: AlertReview; wording: Wording }) {
  const { alert, card } = review;
  const strongest = Math.max(...alert.reasons.map(({ logOdds }) => logOdds));
  return (
    <ol className="flex flex-col">
      {alert.reasons.map((reason) => {
        const { key, window } = reasonSentence(reason);
        const seconds = key === 'customerCount.said' && window !== null ? countSeconds[window] : undefined;
        const usual = seconds === undefined ? 0 : usualCount(card, alert.transaction.id, seconds);
        return (
          <li
            key={reason.feature}
            className="grid grid-cols-[3rem_minmax(0,1fr)] items-center gap-3 border-b border-line py-1.5"
          >
            <span aria-hidden="true" className="block h-1.5 rounded-control bg-line">
              <span
                className="block h-full rounded-control bg-risk-very-high"
                style={{ width: `${(100 * reason.logOdds) / strongest}%` }}
              />
            </span>
            {wording.reason(reason, alert.currency, usual)}
          </li>
        );
      })}
    </ol>
  );
}

function Rules({ rules, wording }: { rules: Alert['rules']; wording: Wording }) {
  const { screen } = wording;
  return (
    <div>
      <h3 className="text-small text-muted">{screen('review.rules')}</h3>
      <ul>
        {rules.map((rule) => (
          <li key={rule.rule} className="flex flex-wrap gap-x-2 border-b border-line py-1.5">
            {wording.rule(rule)}
            <span className="text-muted">{screen(`review.asks.${rule.asks}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What analysts have found on the same card and at the same terminal by now, also since the payment was decided. */
function Confirmed({ confirmed, wording }: { confirmed: AlertReview['confirmed']; wording: Wording }) {
  const { screen } = wording;
  const found = (['card', 'terminal'] as const).filter((of) => confirmed[of] > 0);
  if (found.length === 0) return null;
  return (
    <div>
      <h3 className="text-small text-muted">{screen('review.confirmed.title')}</h3>
      <ul>
        {found.map((of) => (
          <li key={of} className="border-b border-line py-1.5 text-error">
            {screen(`review.confirmed.${of}`, { count: confirmed[of] })}
          </li>
        ))}
      </ul>
    </div>
  );
}
