/** What acting on the model does: net benefit by threshold, and who is flagged and missed at some thresholds. */
import type { ModelCard } from '@praxis/core';
import { DecisionCurvePlot, Figure } from '@praxis/ui';
import type { Wording } from '../wording.ts';
import { betterRange } from './decision-finding.ts';
import { LeftOut } from './left-out.tsx';
import { Section } from './section.tsx';
import { ThresholdTable } from './threshold-table.tsx';

export function Acting({ card, wording }: { card: ModelCard; wording: Wording }) {
  const title = wording.screen('card.figures.acting.title');
  const { decisionCurve, thresholds } = card;
  if (decisionCurve === undefined || thresholds === undefined) {
    return <LeftOut card={card} wording={wording} id="acting" title={title} />;
  }
  return (
    <Section id="acting" title={title}>
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[23rem_minmax(0,1fr)]">
        <div className="min-w-0">
          <DecisionCurve curve={decisionCurve} outcome={card.outcome} wording={wording} />
        </div>
        <div className="min-w-0">
          <ThresholdTable card={card} thresholds={thresholds} wording={wording} />
        </div>
      </div>
    </Section>
  );
}

/** As many people as a clinician can picture. */
const per = 100;

function DecisionCurve({
  curve,
  outcome,
  wording,
}: {
  curve: NonNullable<ModelCard['decisionCurve']>;
  outcome: string;
  wording: Wording;
}) {
  const { number, percent } = wording;
  const word = (key: string, values?: Record<string, string | number>) =>
    wording.screen(`card.figures.acting.${key}`, values);
  const range = betterRange(curve);
  const kind = range === null ? 'nowhere' : range.from === range.to ? 'at' : 'between';
  const ends = { from: percent(range?.from ?? 0), to: percent(range?.to ?? 0) };
  const title = word(`curve.${kind}`, ends);
  const older = curve.every(({ overTreatAll }) => overTreatAll === undefined);
  const rounded = (benefit: number) => Number((benefit * per).toFixed(2));
  return (
    <Figure
      title={title}
      note={word('note', { older: older ? 'yes' : 'no' })}
      file={`decision-curve-${outcome}`}
      words={{ numbers: wording.screen('numbers') }}
      table={{
        columns: ['threshold', 'model', 'lower', 'upper', 'treatAll', 'treatNone'].map((name) =>
          word(`columns.${name}`),
        ),
        rows: curve.map(({ threshold, model, treatAll }) => [
          Math.round(threshold * 100),
          rounded(model.value),
          rounded(model.lower),
          rounded(model.upper),
          rounded(treatAll),
          0,
        ]),
      }}
    >
      <DecisionCurvePlot
        points={curve.map(({ threshold, model, treatAll }) => ({ threshold, ...model, treatAll }))}
        better={range}
        description={title}
        words={{
          threshold: word('threshold'),
          benefit: word('benefit'),
          model: word('model'),
          treatAll: word('treatAll'),
          treatNone: word('treatNone'),
        }}
        formatThreshold={(threshold) => percent(threshold)}
        formatBenefit={(benefit) => number(benefit * per, benefit * per < 1 && benefit > 0 ? 1 : 0)}
      />
    </Figure>
  );
}
