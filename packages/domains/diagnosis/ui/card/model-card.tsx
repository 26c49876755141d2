/** The card of a model: may I trust it, for whom, and for whom not? */
import type { ModelCard as Card } from '@praxis/core';
import { DownloadCsv } from '@praxis/ui';
import { outcomes } from '../../data/records.ts';
import { yearsAhead } from '../horizon.ts';
import { OutcomeLinks } from '../outcome-links.tsx';
import type { LipidUnit } from '../units.ts';
import { useWording } from '../wording.ts';
import { Acting } from './acting.tsx';
import { Calibration } from './calibration.tsx';
import { cardTable } from './card-table.ts';
import { Matters } from './matters.tsx';
import { Candidates, PerformanceTable } from './performance.tsx';
import { Inputs, Limits, Lineage, People } from './provenance.tsx';
import { Report } from './report.tsx';
import { Subgroups } from './subgroups.tsx';

interface ModelCardProps {
  readonly card: Card;
  /** Content hash of the model's folder. */
  readonly artifact: string;
  readonly units: LipidUnit;
  /** Address of the cards, to which the outcome is added. */
  readonly href: string;
}

export function ModelCard({ card, artifact, units, href }: ModelCardProps) {
  const wording = useWording(units);
  const { screen, outcome, outcomeShort, inSentence } = wording;
  const { horizonDays } = card;
  const horizon =
    horizonDays === null ? screen('noHorizon') : screen('horizon', { years: yearsAhead(horizonDays) });
  return (
    <article className="flex flex-col gap-8">
      <OutcomeLinks
        label={screen('worklist.outcome')}
        current={card.outcome}
        links={outcomes.map((one) => ({ outcome: one, label: outcomeShort(one), href: `${href}/${one}` }))}
      />
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div>
          <h1 className="text-title">
            {screen('card.title', {
              outcome: inSentence(outcome(card.outcome)),
              horizon,
            })}
          </h1>
          <p className="text-muted">
            {screen('card.subtitle', {
              date: wording.date(card.createdAt),
              learner: screen(`card.learners.${card.learner}`),
            })}
          </p>
        </div>
        <div data-print="hide">
          <DownloadCsv
            file={`model-card-${card.outcome}`}
            table={cardTable(card)}
            label={screen('card.csv')}
          />
        </div>
      </header>
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-10">
          <Limits card={card} wording={wording} />
          <PerformanceTable card={card} wording={wording} />
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <Calibration card={card} wording={wording} />
          <People card={card} wording={wording} horizon={horizon} />
        </div>
      </div>
      <Acting card={card} wording={wording} />
      <Candidates card={card} wording={wording} />
      <Subgroups card={card} wording={wording} />
      <Matters card={card} wording={wording} />
      <Inputs card={card} wording={wording} />
      <Report card={card} artifact={artifact} wording={wording} />
      <Lineage card={card} artifact={artifact} wording={wording} />
    </article>
  );
}
