'use client';
/** What is the risk of a person whose values must not leave the room? Computed here, by the model of the server. */
import { Button, Choice, Empty, Notice } from '@praxis/ui';
import Link from 'next/link';
import { useEffect, useMemo, useState } from 'react';
import type { FeatureName } from '../../features/definitions.ts';
import { type Entered, enteredFeatures } from '../../features/entry.ts';
import { featureRanges } from '../feature-ranges.ts';
import { Explanation } from '../patient/explanation.tsx';
import { RiskBody } from '../patient/risk-panel.tsx';
import type { LipidUnit } from '../units.ts';
import { useWording, type Wording } from '../wording.ts';
import { EntryForm } from './entry-form.tsx';
import { type Handover, takeOver } from './handover.ts';
import { Loading } from './loading.tsx';
import { type ModelOffer, useDeviceModel } from './use-device-model.ts';
import { alreadyKnown, usePrivateRisk } from './use-private-risk.ts';

interface PrivateScoreProps {
  /** The models that are ready. */
  readonly offers: readonly ModelOffer[];
  readonly units: LipidUnit;
  readonly cardHref: string;
}

export function PrivateScore({ offers, units, cardHref }: PrivateScoreProps) {
  const wording = useWording(units);
  const { screen } = wording;
  const [first] = offers;
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-prose flex-col gap-1">
        <h1 className="text-title">{screen('privateScore.title')}</h1>
        <p className="text-muted">{screen('privateScore.promise')}</p>
      </header>
      {first === undefined ? (
        <Empty title={screen('privateScore.none.title')}>{screen('privateScore.none.text')}</Empty>
      ) : (
        <Desk offers={offers} first={first} cardHref={cardHref} wording={wording} />
      )}
    </div>
  );
}

function Desk({
  offers,
  first,
  cardHref,
  wording,
}: Pick<PrivateScoreProps, 'offers' | 'cardHref'> & { first: ModelOffer; wording: Wording }) {
  const { screen } = wording;
  const [offer, setOffer] = useState(first);
  const [entered, setEntered] = useState<Entered>({});
  const [from, setFrom] = useState<Handover | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const given = takeOver();
    if (given === null) return;
    setFrom(given);
    setEntered(given.values);
  }, []);

  const { state, load, cancel } = useDeviceModel(offer);
  const entry = useMemo(() => enteredFeatures(entered, from?.values), [entered, from]);
  const { risk, failed } = usePrivateRisk(offer, state, entry);

  const change = (feature: FeatureName, value: number | null) =>
    setEntered((now) => {
      const next = { ...now, [feature]: value };
      // As on the server: the index follows where one of its parts changed.
      if (feature === 'weightKg' || feature === 'heightCm') next.bmi = null;
      return next;
    });
  const clear = () => {
    setEntered({});
    setFrom(null);
    setRound((now) => now + 1);
  };

  return (
    <>
      <Choice
        label={screen('privateScore.outcome')}
        options={offers.map(({ outcome }) => ({ value: outcome, label: wording.outcomeShort(outcome) }))}
        value={offer.outcome}
        onChange={(outcome) => setOffer(offers.find((one) => one.outcome === outcome) ?? offer)}
      />
      <Loading state={state} load={load} cancel={cancel} wording={wording} />
      {from === null ? null : (
        <p className="max-w-prose text-muted">
          {screen('privateScore.prefilled', { id: String(from.personId) })}{' '}
          {from.outOfFold ? screen('privateScore.prefilledCohort') : null}
        </p>
      )}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-6">
          <EntryForm
            key={round}
            entered={entered}
            problems={entry.ok ? [] : entry.problems}
            onChange={change}
            wording={wording}
          />
          <Button onClick={clear} className="self-start">
            {screen('privateScore.clear')}
          </Button>
        </div>
        <section
          aria-labelledby="private-result"
          className="flex min-w-0 flex-col gap-8 lg:sticky lg:top-6 lg:self-start"
        >
          <div className="flex max-w-sm flex-col gap-2 border-t-2 border-accent pt-3">
            <div className="flex items-baseline justify-between gap-3">
              <h2 id="private-result" className="text-body">
                {wording.outcome(offer.outcome)}
              </h2>
              <Link
                href={`${cardHref}/${offer.outcome}`}
                prefetch={false}
                data-print="hide"
                className="text-small text-muted underline-offset-4 hover:text-ink hover:underline"
              >
                {screen('risk.card')}
              </Link>
            </div>
            {alreadyKnown(offer.outcome, entered) ? (
              <>
                <p className="text-figure text-muted">{wording.band('alreadyHas')}</p>
                <p className="text-muted">{screen('privateScore.alreadyHas')}</p>
              </>
            ) : risk === null ? (
              <Without entry={entry} failed={failed} wording={wording} />
            ) : (
              <RiskBody risk={risk} ranges={featureRanges(offer.card)} wording={wording} />
            )}
            <p role="status" className="sr-only">
              {risk === null
                ? ''
                : screen('privateScore.announced', {
                    outcome: wording.outcome(risk.outcome),
                    risk: risk.abstains === null ? wording.percent(risk.probability) : screen('risk.notSure'),
                    range: screen('risk.interval', { range: wording.range(risk.lower, risk.upper) }),
                  })}
            </p>
          </div>
          {risk === null || alreadyKnown(offer.outcome, entered) ? null : (
            <Explanation risk={risk} file={`private-${risk.outcome}`} wording={wording} />
          )}
        </section>
      </div>
    </>
  );
}

function Without({
  entry,
  failed,
  wording: { screen },
}: {
  entry: ReturnType<typeof enteredFeatures>;
  failed: boolean;
  wording: Wording;
}) {
  if (failed) return <Notice tone="error">{screen('privateScore.errors.failed')}</Notice>;
  const invalid = !entry.ok && entry.problems.some(({ code }) => code === 'outOfRange');
  return (
    <>
      <p className="text-figure text-muted">–</p>
      {entry.ok ? null : (
        <p className="text-muted">{screen(invalid ? 'privateScore.invalid' : 'privateScore.waiting')}</p>
      )}
    </>
  );
}
