/** One outcome's risk: number, band, interval, horizon and the hundred people; or why there is none. */
import { BandBadge, bandColour, DotArray, IntervalBar, Term } from '@praxis/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Abstention } from '../../service/abstention.ts';
import { bandBounds } from '../../service/bands.ts';
import type { OutcomeRisk } from '../../service/contract.ts';
import type { FeatureRanges } from '../feature-ranges.ts';
import { horizonYears } from '../horizon.ts';
import type { Wording } from '../wording.ts';
import { areUsualAlone, valuesBeside } from './unusual-values.ts';

type Scored = Extract<OutcomeRisk, { status: 'risk' }>;

interface RiskPanelProps {
  readonly risk: OutcomeRisk;
  readonly ranges: FeatureRanges;
  /** Explains this risk below; left out where there is nothing to explain. */
  readonly explainHref: string;
  readonly explained: boolean;
  readonly cardHref: string;
  readonly wording: Wording;
}

export function RiskPanel(props: RiskPanelProps) {
  const { risk, explained, explainHref, cardHref, wording } = props;
  const { screen } = wording;
  return (
    <section
      aria-labelledby={`risk-${risk.outcome}`}
      className={`flex break-inside-avoid flex-col gap-2 border-t-2 pt-3 ${explained ? 'border-accent' : 'border-line'}`}
    >
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={`risk-${risk.outcome}`} className="text-body">
          {wording.outcome(risk.outcome)}
        </h2>
        <Link
          href={cardHref}
          data-print="hide"
          className="text-small text-muted underline-offset-4 hover:text-ink hover:underline"
        >
          {screen('risk.card')}
        </Link>
      </div>
      <RiskBody {...props} />
      {risk.status === 'risk' ? (
        <Link
          href={explainHref}
          scroll={false}
          aria-current={explained ? 'true' : undefined}
          data-print="hide"
          className={explained ? 'text-muted' : 'text-accent underline-offset-4 hover:underline'}
        >
          {screen(explained ? 'risk.explained' : 'risk.explain')}
        </Link>
      ) : null}
    </section>
  );
}

/** The risk itself, or why there is none. */
export function RiskBody({
  risk,
  ranges,
  wording,
}: Pick<RiskPanelProps, 'risk' | 'ranges' | 'wording'>): ReactNode {
  const { screen } = wording;
  if (risk.status === 'notReady')
    return <Without title={screen('risk.notReady')} note={screen('risk.notReadyNote')} />;
  if (risk.status === 'alreadyHas') {
    const since =
      risk.sinceDay === 0
        ? screen('risk.alreadyHasOnDayZero')
        : screen('risk.alreadyHasSince', { span: wording.span(risk.sinceDay) });
    return <Without title={wording.band('alreadyHas')} note={since} />;
  }
  const { abstains } = risk;
  if (abstains !== null)
    return <NotSure risk={risk} abstention={abstains} ranges={ranges} wording={wording} />;
  return <Risk risk={risk} ranges={ranges} wording={wording} />;
}

function Without({ title, note }: { title: string; note: string }) {
  return (
    <>
      <p className="text-figure text-muted">{title}</p>
      <p className="text-muted">{note}</p>
    </>
  );
}

function Risk({ risk, ranges, wording }: { risk: Scored; ranges: FeatureRanges; wording: Wording }) {
  const { screen } = wording;
  const { probability, lower, upper, band } = risk;
  const shown = wording.percent(probability);
  const range = wording.range(lower, upper);
  const hundred = Math.round(probability * 100);
  const people =
    hundred < 1
      ? screen('risk.ofHundredLess')
      : hundred > 99
        ? screen('risk.ofHundredMost')
        : screen('risk.ofHundred', { count: hundred });
  return (
    <>
      <p className="flex items-baseline gap-3">
        <span className="text-figure font-strong">{shown}</span>
        <BandBadge band={band} label={wording.band(band)} />
      </p>
      <p className="text-muted">
        {screen('horizon', { years: horizonYears })} ·{' '}
        <Term explanation={screen('risk.intervalMeaning')}>{screen('risk.interval', { range })}</Term>
      </p>
      <div className="py-1">
        <IntervalBar
          value={probability}
          lower={lower}
          upper={upper}
          thresholds={bandBounds}
          label={screen('risk.bar', { risk: shown, range, band: wording.band(band) })}
          colour={bandColour[band]}
        />
      </div>
      <DotArray count={hundred} label={people} colour={bandColour[band]} />
      <p>{people}</p>
      {valuesBeside(risk.outsideRange, risk, ranges, wording).map((value) => (
        <p key={value} className="text-muted">
          {screen('risk.careful', { value })}
        </p>
      ))}
    </>
  );
}

/** A score that the model should not give: the number steps back, the reason comes first. */
function NotSure({
  risk,
  abstention: { reason, unusual },
  ranges,
  wording,
}: {
  risk: Scored;
  abstention: Abstention;
  ranges: FeatureRanges;
  wording: Wording;
}) {
  const { screen } = wording;
  return (
    <>
      <p className="text-figure">{screen('risk.notSure')}</p>
      <p>{screen(`risk.notSureWhy.${reason}`)}</p>
      {unusual.length === 0 ? null : (
        <ul className="list-disc pl-5">
          {valuesBeside(unusual, risk, ranges, wording).map((value) => (
            <li key={value}>{value}</li>
          ))}
        </ul>
      )}
      {reason === 'unlikeTraining' && areUsualAlone(unusual, risk, ranges) ? (
        <p>{screen('risk.usualAlone', { count: unusual.length })}</p>
      ) : null}
      <p className="text-muted">
        {screen('risk.notSureScore', {
          risk: wording.percent(risk.probability),
          range: wording.range(risk.lower, risk.upper),
        })}
      </p>
    </>
  );
}
