/** What makes up a risk: the waterfall from the average person to this one, in words. */
import { Figure, Term, Waterfall, type WaterfallBar } from '@praxis/ui';
import type { OutcomeRisk } from '../../service/contract.ts';
import { signed } from '../numbers.ts';
import type { Wording } from '../wording.ts';
import { printedPoints, type WaterfallStep, type WaterfallSteps, waterfall } from './waterfall.ts';

type Scored = Extract<OutcomeRisk, { status: 'risk' }>;

export function Explanation({ risk, file, wording }: { risk: Scored; file: string; wording: Wording }) {
  const { screen, language } = wording;
  const steps = waterfall(risk);
  const printed = printedPoints(steps);
  const percent = (level: number) => `${wording.number(level, printed.digits)}%`;
  const [start, end] = [percent(printed.start), percent(printed.end)];
  const bars: WaterfallBar[] = [
    total('average', screen('why.average'), steps.start, start),
    ...steps.steps.map((step, index): WaterfallBar => {
      const change = printed.points[index] ?? 0;
      const points = signed(change, printed.digits, language);
      return {
        key: step.kind === 'contribution' ? step.contribution.feature : step.kind,
        label: stepLabel(step, wording),
        from: step.from,
        to: step.to,
        kind: step.kind === 'calibration' ? 'adjusts' : step.to >= step.from ? 'raises' : 'lowers',
        amount: screen(Math.abs(change) === 1 ? 'why.onePoint' : 'why.points', { points }),
        shortAmount: points,
      };
    }),
    total('person', screen('why.total'), steps.end, end),
  ];
  return (
    <Figure
      title={finding(risk, steps, wording)}
      note={
        <>
          {screen('why.note')}{' '}
          <Term explanation={screen('why.calibrationMeaning')}>{screen('why.calibrationLast')}</Term>
        </>
      }
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
          start,
          end,
          steps: steps.steps.length,
        })}
      />
    </Figure>
  );
}

function total(key: string, label: string, level: number, amount: string): WaterfallBar {
  return { key, label, from: level, to: level, kind: 'total', amount, shortAmount: amount };
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

/** A step of fewer points, as a share of the risk it started from, is nothing to name in a title. */
const notable = 0.05;

/** The title: the two steps that raise the risk most as drawn, or what lowers it where nothing raises it. */
function finding(
  risk: Scored,
  { start, steps }: WaterfallSteps,
  { screen, t, outcome, inSentence }: Wording,
): string {
  const named = steps
    .flatMap((step) =>
      step.kind === 'contribution'
        ? [{ feature: step.contribution.feature, change: step.to - step.from }]
        : [],
    )
    .filter(({ change }) => Math.abs(change) >= notable * start)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const raising = named.filter(({ change }) => change > 0);
  const chosen = raising.length > 0 ? raising : named;
  const [first = '', second] = chosen
    .slice(0, 2)
    .map(({ feature }) => inSentence(t(`features.${feature}.short`)));
  const reasons = second === undefined ? first : screen('why.and', { first, second });
  const key = raising.length > 0 ? 'raised' : named.length > 0 ? 'lowered' : 'flat';
  return screen(`why.finding.${key}`, { outcome: outcome(risk.outcome), reasons });
}
