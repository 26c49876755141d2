/** The payment in figures: how much, how likely a fraud, how much is at stake, and what the house answered. */
import { Term } from '@praxis/ui';
import type { ReactNode } from 'react';
import type { Alert } from '../../service/triage-contract.ts';
import type { Wording } from '../wording.ts';

export function Facts({ alert, wording }: { alert: Alert; wording: Wording }) {
  const { screen } = wording;
  const { transaction, currency, answer, model, score } = alert;
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-3">
        <Large name={screen('review.amount')}>{wording.money(transaction.amountMinor, currency)}</Large>
        {score === null ? (
          <div>
            <dt className="text-small text-muted">{screen('review.score')}</dt>
            <dd>{wording.probability(alert)}</dd>
          </div>
        ) : (
          <Large name={screen('review.score')}>{wording.probability(alert)}</Large>
        )}
        <Large
          name={
            <Term explanation={screen('review.expectedLossMeaning')}>{screen('review.expectedLoss')}</Term>
          }
        >
          {wording.money(alert.expectedLossMinor, currency)}
        </Large>
      </dl>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-2 sm:grid-cols-3">
        <Small name={screen('review.when')}>{wording.paidAt(transaction.timeSeconds)}</Small>
        <Small name={screen('review.answer')}>{screen(`answers.${answer}`)}</Small>
        {model === null ? null : (
          <Small name={screen('review.model')}>
            <code title={model} className="font-sans">
              {model.slice(0, 8)}
            </code>
          </Small>
        )}
      </dl>
    </div>
  );
}

function Large({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-muted">{name}</dt>
      <dd className="text-figure">{children}</dd>
    </div>
  );
}

function Small({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
