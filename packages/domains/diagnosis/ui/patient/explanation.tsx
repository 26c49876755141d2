/** What makes up a risk: the waterfall from the average person to this one, in words. */
import { Figure, Waterfall, type WaterfallBar } from '@praxis/ui';
import type { OutcomeRisk } from '../../service/contract.ts';
import { signed } from '../numbers.ts';
import type { Wording } from '../wording.ts';
import { printedPoints, type WaterfallStep, waterfall } from './waterfall.ts';

type Scored = Extract<OutcomeRisk, { status: 'risk' }>;

export function Explanation({ risk, file, wording }: { risk: Scored; file: string; wording: Wording }) {
  const { screen, language } = wording;
  const steps = waterfall(risk);
  const printed = printedPoints(steps);
  const level = (share: number) => `${wording.number(share * 100, printed.digits)}%`;
  const bars: WaterfallBar[] = [
    {
      key: 'average',
      label: screen('why.average'),
      from: steps.start,
      to: steps.start,
      kind: 'total',
      amount: level(steps.start),
    },
    ...steps.steps.map((step, index) => ({
      key: step.kind === 'contribution' ? step.contribution.feature : step.kind,
      label: stepLabel(step, wording),
      from: step.from,
      to: step.to,
      kind:
        step.kind === 'calibration'
          ? ('adjusts' as const)
          : step.to >= step.from
            ? ('raises' as const)
            : ('lowers' as const),
      amount: screen('why.points', { points: signed(printed.points[index] ?? 0, printed.digits, language) }),
    })),
    {
      key: 'person',
      label: screen('why.total'),
      from: steps.end,
      to: steps.end,
      kind: 'total',
      amount: level(steps.end),
    },
  ];
  return (
    <Figure
      title={finding(risk, wording)}
      note={screen('why.note')}
      file={file}
      words={{ numbers: screen('numbers') }}
      table={{
        columns: [
          screen('why.columns.step'),
          screen('why.columns.logOdds'),
          screen('why.columns.points'),
          screen('why.columns.risk'),
        ],
        rows: [
          [screen('why.average'), round(risk.baselineLogOdds, 3), null, round(steps.start * 100, 2)],
          ...steps.steps.map((step) => [
            stepLabel(step, wording),
            stepLogOdds(step),
            round((step.to - step.from) * 100, 2),
            round(step.to * 100, 2),
          ]),
        ],
      }}
    >
      <Waterfall
        bars={bars}
        format={(share) => wording.percent(share)}
        description={screen('why.description', {
          start: level(steps.start),
          end: level(steps.end),
          steps: steps.steps.length,
        })}
      />
    </Figure>
  );
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Uncalibrated log-odds between two probabilities; calibration changes the scale, so it has none. */
function stepLogOdds(step: WaterfallStep): number | null {
  if (step.kind === 'calibration') return null;
  const logOdds = (probability: number) => Math.log(probability / (1 - probability));
  return round(logOdds(step.to) - logOdds(step.from), 3);
}

function stepLabel(step: WaterfallStep, { described, screen }: Wording): string {
  if (step.kind === 'others') return screen('why.others', { count: step.count });
  if (step.kind !== 'contribution') return screen(`why.${step.kind}`);
  const { feature, value, daysOld } = step.contribution;
  return described(feature, value, daysOld);
}

/** The title: the two largest effects that raise the risk, or what lowers it where nothing raises it. */
function finding(risk: Scored, { screen, t, outcome, inSentence }: Wording): string {
  const clear = risk.contributions.filter(({ logOdds }) => Math.abs(logOdds) >= 0.1);
  const raising = clear.filter(({ logOdds }) => logOdds > 0).slice(0, 2);
  const lowering = clear.filter(({ logOdds }) => logOdds < 0).slice(0, 2);
  const chosen = raising.length > 0 ? raising : lowering;
  const names = chosen.map(({ feature }) => inSentence(t(`features.${feature}.short`)));
  const [first = '', second] = names;
  const reasons = second === undefined ? first : screen('why.and', { first, second });
  const key = raising.length > 0 ? 'raised' : lowering.length > 0 ? 'lowered' : 'flat';
  return screen(`why.finding.${key}`, { outcome: outcome(risk.outcome), reasons });
}
