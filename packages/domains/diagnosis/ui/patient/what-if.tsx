'use client';
/** What if? Change a value and see the three risks again. */
import { BandBadge, Button, bandColour, IntervalBar } from '@praxis/ui';
import { bandBounds } from '../../service/bands.ts';
import type { ChangeableInput } from '../../service/contract.ts';
import type { LipidUnit } from '../units.ts';
import { useWording, type Wording } from '../wording.ts';
import { useWhatIf } from './use-what-if.ts';
import { WhatIfField } from './what-if-field.tsx';
import type { WhatIfRisk } from './what-if-protocol.ts';

/** A risk without its explanation. */
type Scored = Extract<WhatIfRisk, { status: 'risk' }>;

interface WhatIfProps {
  readonly endpoint: string;
  readonly inputs: readonly ChangeableInput[];
  readonly risks: readonly Scored[];
  readonly units: LipidUnit;
}

export function WhatIf({ endpoint, inputs, risks, units }: WhatIfProps) {
  const wording = useWording(units);
  const { screen } = wording;
  const { changes, answer, change, round, reset } = useWhatIf(endpoint);
  return (
    <section aria-labelledby="what-if" data-print="hide" className="flex flex-col gap-4">
      <header className="flex items-center justify-between gap-3">
        <h2 id="what-if" className="text-title">
          {screen('whatIf.title')}
        </h2>
        <Button onClick={reset}>{screen('whatIf.reset')}</Button>
      </header>
      <p className="text-muted">{screen('whatIf.note')}</p>
      {risks.length === 0 ? (
        <p>{screen('whatIf.none')}</p>
      ) : (
        <>
          <ul className="flex flex-col gap-3 border-y border-line py-3" aria-live="polite">
            {risks.map((before) => (
              <Change
                key={before.outcome}
                before={before}
                after={answer.risks?.find((risk) => risk.outcome === before.outcome)}
                wording={wording}
              />
            ))}
          </ul>
          {answer.failure === null ? null : (
            <p role="alert" className="text-error">
              {answer.failure === ''
                ? screen('whatIf.unreachable')
                : screen('whatIf.failed', { message: answer.failure })}
            </p>
          )}
          <div className="flex flex-col gap-4">
            {inputs.map((input) => (
              <WhatIfField
                key={`${input.feature} ${round}`}
                input={input}
                changed={changes[input.feature]}
                outOfRange={answer.outOfRange[input.feature]}
                onChange={(value) => change(input.feature, value)}
                wording={wording}
              />
            ))}
          </div>
          <p className="text-small text-muted">{screen('whatIf.caution')}</p>
        </>
      )}
    </section>
  );
}

function Change({
  before,
  after,
  wording,
}: {
  before: Scored;
  after: WhatIfRisk | undefined;
  wording: Wording;
}) {
  const { screen } = wording;
  const now = after?.status === 'risk' ? after : before;
  // A change of less than a point needs a decimal to be seen.
  const close = now !== before && Math.abs(now.probability - before.probability) < 0.01;
  const digits = close ? 1 : 0;
  const from = wording.percent(before.probability, digits);
  const to = wording.percent(now.probability, digits);
  const range = wording.range(now.lower, now.upper);
  return (
    <li className="flex flex-col gap-1">
      <span className="flex items-baseline justify-between gap-3">
        <span>{wording.outcome(before.outcome)}</span>
        <span className="flex items-baseline gap-2">
          {now === before ? null : (
            <span className="text-muted">{screen('whatIf.from', { value: from })}</span>
          )}
          <strong>{to}</strong>
        </span>
      </span>
      <IntervalBar
        value={now.probability}
        lower={now.lower}
        upper={now.upper}
        before={now === before ? undefined : before.probability}
        thresholds={bandBounds}
        label={screen('risk.bar', { risk: to, range, band: wording.verdict(now) })}
        colour={now.abstains === null ? bandColour[now.band] : 'var(--color-muted)'}
      />
      <span className="text-small">
        {now.abstains === null ? (
          <BandBadge band={now.band} label={wording.band(now.band)} />
        ) : (
          <span className="text-muted">{wording.notSure(now.abstains)}</span>
        )}
      </span>
    </li>
  );
}
