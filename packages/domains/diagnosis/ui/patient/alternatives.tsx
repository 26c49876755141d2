'use client';
/** Folded away until asked for: the smallest change that lowers a risk by a band, and what happened to people like this. */
import { BandBadge, Disclosure, DotArray } from '@praxis/ui';
import { useRef, useState } from 'react';
import type { OutcomeRisk } from '../../service/contract.ts';
import type { LipidUnit } from '../units.ts';
import { useWording, type Wording } from '../wording.ts';
import { type AlternativesResponse, alternativesResponse } from './alternatives-protocol.ts';

type Scored = Pick<Extract<OutcomeRisk, { status: 'risk' }>, 'outcome' | 'probability' | 'abstains'>;

interface AlternativesProps {
  /** Takes the outcome as its query. */
  readonly endpoint: string;
  /** The risk that is explained. */
  readonly risk: Scored;
  readonly units: LipidUnit;
}

type State = 'unasked' | 'asking' | 'failed' | AlternativesResponse;

export function Alternatives({ endpoint, risk, units }: AlternativesProps) {
  const { outcome } = risk;
  const wording = useWording(units);
  const { screen } = wording;
  const [state, setState] = useState<State>('unasked');
  const asked = useRef(false);

  const ask = async () => {
    if (asked.current) return;
    asked.current = true;
    setState('asking');
    const answer = await fetch(`${endpoint}?outcome=${outcome}`)
      .then(async (response) => (response.ok ? alternativesResponse.parse(await response.json()) : null))
      .catch(() => null);
    // What failed is asked again when it is opened again.
    asked.current = answer !== null;
    setState(answer ?? 'failed');
  };

  return (
    <section data-print="hide">
      <Disclosure
        onOpen={() => void ask()}
        summary={
          <span className="text-title font-strong text-ink">
            {screen('alternatives.title', { outcome: wording.inSentence(wording.outcome(outcome)) })}
          </span>
        }
      >
        <div className="flex min-h-24 max-w-prose flex-col gap-6" aria-live="polite">
          {typeof state === 'string' ? (
            <p className={state === 'failed' ? 'text-error' : 'text-muted'}>
              {screen(state === 'failed' ? 'alternatives.failed' : 'alternatives.asking')}
            </p>
          ) : (
            <>
              <Change found={state.lowerBand} wording={wording} />
              <Alike found={state.alike} risk={risk} wording={wording} />
            </>
          )}
        </div>
      </Disclosure>
    </section>
  );
}

function Change({ found, wording }: { found: AlternativesResponse['lowerBand']; wording: Wording }) {
  const { screen, percent } = wording;
  if (found.status === 'none') {
    const { bound = 0, closest = 0 } = found;
    const values = { bound: percent(bound), closest: percent(closest, 1) };
    return <p>{screen(`alternatives.none.${found.reason}`, values)}</p>;
  }
  const rounded = percent(found.probability, 1);
  // A risk just below the bound is not shown as the bound.
  const risk = rounded === percent(found.bound, 1) ? `<${percent(found.bound)}` : rounded;
  return (
    <div className="flex flex-col gap-2">
      <p>{screen('alternatives.finding', { bound: percent(found.bound) })}</p>
      <ul className="flex flex-col border-y border-line">
        {found.changes.map(({ feature, from, to }) => (
          <li
            key={feature}
            className="flex items-baseline justify-between gap-4 border-b border-line py-2 last:border-b-0"
          >
            <span>{wording.t(`features.${feature}.label`)}</span>
            <span className="tabular-nums">
              <span className="text-muted">
                {screen('whatIf.from', { value: shownValue(feature, from, wording) })}
              </span>{' '}
              <strong>{shownValue(feature, to, wording)}</strong>
            </span>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span>{screen('alternatives.after', { risk, range: wording.range(found.lower, found.upper) })}</span>
        <BandBadge band={found.band} label={wording.band(found.band)} />
      </p>
      <p className="text-small text-muted">{screen('whatIf.caution')}</p>
    </div>
  );
}

function shownValue(feature: string, value: number, { screen, quantity }: Wording): string {
  if (feature === 'smoker') return screen(value === 1 ? 'value.yes' : 'value.no');
  return quantity(feature, value);
}

function Alike({
  found,
  risk,
  wording,
}: {
  found: AlternativesResponse['alike'];
  risk: Scored;
  wording: Wording;
}) {
  const { screen, number, percent, range } = wording;
  if (found === null) return <p>{screen('alternatives.nobody')}</p>;
  const { people, events, lower, upper, female, ages } = found;
  const finding = screen('alternatives.alike', { people, events });
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-strong">{screen('alternatives.alikeTitle')}</h3>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="w-60">
          <DotArray count={(100 * events) / people} label={finding} colour="var(--color-accent)" />
        </div>
        <div className="min-w-52 flex-1">
          <p>{finding}</p>
          <p className="text-muted">
            {screen('alternatives.share', { share: percent(events / people), range: range(lower, upper) })}{' '}
            {screen('alternatives.who', {
              from: number(ages.from),
              to: number(ages.to),
              female: percent(female / people),
            })}
          </p>
        </div>
      </div>
      {risk.abstains === null ? (
        <p>
          {screen(`alternatives.${sideOf(risk.probability, found)}`, { risk: percent(risk.probability) })}
        </p>
      ) : null}
      <p className="text-small text-muted">{screen('alternatives.alikeNote', { people })}</p>
    </div>
  );
}

/** Of the interval of the count. */
function sideOf(risk: number, { lower, upper }: { readonly lower: number; readonly upper: number }) {
  if (risk > upper) return 'above';
  return risk < lower ? 'below' : 'within';
}
