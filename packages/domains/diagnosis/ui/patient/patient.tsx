/** What do I do? One person on day 0: the risks, what makes them up, what would change them, and the history. */
import { Disclosure } from '@praxis/ui';
import Link from 'next/link';
import type { Outcome } from '../../data/records.ts';
import type { OutcomeRisk, PatientReview } from '../../service/contract.ts';
import type { FeatureRanges } from '../feature-ranges.ts';
import { PrivateScoreLink } from '../private-score/private-score-link.tsx';
import type { LipidUnit } from '../units.ts';
import { useWording, type Wording } from '../wording.ts';
import { Alternatives } from './alternatives.tsx';
import { Explanation } from './explanation.tsx';
import { History } from './history.tsx';
import { PatientHeader } from './patient-header.tsx';
import { RiskPanel } from './risk-panel.tsx';
import { WhatIf } from './what-if.tsx';

type Scored = Extract<OutcomeRisk, { status: 'risk' }>;

interface PatientProps {
  readonly review: PatientReview;
  /** The outcome to explain; the highest risk where it is left out or has no risk. */
  readonly explain: Outcome | undefined;
  /** By outcome, where a value lies outside them. */
  readonly ranges: Readonly<Partial<Record<Outcome, FeatureRanges>>>;
  readonly units: LipidUnit;
  readonly worklistHref: string;
  readonly endpoint: string;
  readonly alternativesEndpoint: string;
  readonly cardHref: string;
  readonly privateScoreHref: string;
}

export function Patient(props: PatientProps) {
  const {
    review,
    explain,
    ranges,
    units,
    worklistHref,
    endpoint,
    alternativesEndpoint,
    cardHref,
    privateScoreHref,
  } = props;
  const wording = useWording(units);
  const { screen } = wording;
  const { person, risks } = review;
  const scored = risks.filter((risk): risk is Scored => risk.status === 'risk');
  const explained =
    scored.find(({ outcome }) => outcome === explain) ??
    [...scored].sort((a, b) => b.probability - a.probability)[0];
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-2">
        <Link
          href={worklistHref}
          data-print="hide"
          className="self-start text-muted underline-offset-4 hover:text-ink hover:underline"
        >
          ← {screen('patient.back')}
        </Link>
        <PatientHeader person={person} wording={wording} />
      </div>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-3 print:grid-cols-3">
        {risks.map((risk) => (
          <RiskPanel
            key={risk.outcome}
            risk={risk}
            ranges={ranges[risk.outcome] ?? {}}
            explained={risk === explained}
            explainHref={`?explain=${risk.outcome}#why`}
            cardHref={`${cardHref}/${risk.outcome}`}
            wording={wording}
          />
        ))}
      </div>
      {scored.some(({ outOfFold }) => outOfFold) ? (
        <p className="-mt-4 text-small text-muted">{screen('risk.outOfFold')}</p>
      ) : null}
      {scored.length === 0 ? null : (
        <p data-print="hide" className="-mt-4 text-small text-muted">
          <PrivateScoreLink
            href={privateScoreHref}
            label={screen('privateScore.fromPatient')}
            handover={{
              personId: person.id,
              outOfFold: scored.some(({ outOfFold }) => outOfFold),
              values: valuesOf(scored),
            }}
          />{' '}
          {screen('privateScore.fromPatientNote')}
        </p>
      )}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem] print:block">
        <div className="flex min-w-0 flex-col gap-10">
          {explained ? (
            <div id="why" className="scroll-mt-4">
              <Explanation
                risk={explained}
                file={`person-${person.id}-${explained.outcome}`}
                wording={wording}
              />
            </div>
          ) : null}
          {explained ? (
            <Alternatives
              key={explained.outcome}
              endpoint={alternativesEndpoint}
              risk={{
                outcome: explained.outcome,
                probability: explained.probability,
                abstains: explained.abstains,
              }}
              units={units}
            />
          ) : null}
          <section aria-labelledby="history" className="flex flex-col gap-4">
            <h2 id="history" className="text-title">
              {screen('history.before.title')}
            </h2>
            <History
              side="before"
              observations={review.observations}
              diagnoses={review.diagnoses}
              file={`person-${person.id}-history`}
              wording={wording}
            />
          </section>
          <Later review={review} wording={wording} />
        </div>
        <WhatIf
          endpoint={endpoint}
          inputs={review.inputs}
          risks={scored.map(({ status, outcome, probability, lower, upper, band, abstains }) => ({
            status,
            outcome,
            probability,
            lower,
            upper,
            band,
            abstains,
          }))}
          units={units}
        />
      </div>
    </div>
  );
}

/** Every value that a risk on this page was computed from. */
function valuesOf(scored: readonly Scored[]): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    scored.flatMap(({ contributions }) => contributions.map(({ feature, value }) => [feature, value])),
  );
}

/** Folded by default, and remembered for this person alone: the next one starts at day 0 again. */
function Later({ review, wording }: { review: PatientReview; wording: Wording }) {
  const { screen } = wording;
  const { person, later } = review;
  return (
    <section data-print="hide">
      <Disclosure
        remember={`later-${person.id}`}
        summary={<span className="text-title font-strong text-ink">{screen('history.after.title')}</span>}
      >
        <div className="flex flex-col gap-4">
          <p className="text-muted">
            {screen('history.after.note')}{' '}
            {screen(person.died ? 'history.after.died' : 'history.after.followUp', {
              span: wording.span(person.followUpDays),
            })}
          </p>
          <History
            side="after"
            observations={later.observations}
            diagnoses={later.diagnoses}
            file={`person-${person.id}-later`}
            wording={wording}
          />
        </div>
      </Disclosure>
    </section>
  );
}
