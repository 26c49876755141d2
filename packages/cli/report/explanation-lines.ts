/** What `praxis explain` prints. */
import type {
  Counterfactual,
  CounterfactualError,
  ExplanationStatement,
  FeatureDefinition,
  Goal,
  Result,
} from '@praxis/core';
import type { GlobalExplanation } from '../table/explain-global.ts';
import type { ExplainedRow } from '../table/explain-row.ts';
import type { NearRows } from '../table/near-rows.ts';
import { importanceLines } from './importance-lines.ts';
import { aligned, count } from './words.ts';

const methodWords: Readonly<Record<ExplanationStatement['methods'][number], string>> = {
  linear: 'coefficient × distance from the mean',
  treeShap: 'TreeSHAP',
  integratedGradients: 'integrated gradients',
  sampledShapley: 'sampled Shapley values',
};

/** What the contributions are, and what they leave over where they are not exact. */
function methodLine(
  { methods, exact }: ExplanationStatement,
  { residual, standardErrors }: ExplainedRow,
): string {
  const by = methods.map((method) => methodWords[method]).join(', ');
  if (exact) return `  exact, by ${by}`;
  return standardErrors === null
    ? `  not exact, by ${by}: ${signed(residual)} is left over`
    : `  not exact, by ${by} against the file's rows; ± is a standard error`;
}

const signed = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(3)}`;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A cell as the file has it. */
export function cellOf(feature: FeatureDefinition, value: number): number | string | null {
  if (Number.isNaN(value)) return null;
  return feature.kind === 'category' ? (feature.levels[value] ?? '?') : Number(value.toPrecision(7));
}

export function rowLines(
  name: string,
  features: readonly FeatureDefinition[],
  values: Float32Array,
  statement: ExplanationStatement,
  row: ExplainedRow,
): readonly string[] {
  const order = [...features.keys()].sort(
    (a, b) => Math.abs(row.contributions[b]) - Math.abs(row.contributions[a]),
  );
  return [
    `${name}: ${percent(row.probability)}`,
    ...aligned([
      ['on average', '', signed(row.baseline)],
      ...order.map((at) => [
        features[at].name,
        String(cellOf(features[at], values[at]) ?? 'missing'),
        signed(row.contributions[at]),
        ...(row.standardErrors === null ? [] : [`± ${row.standardErrors[at].toFixed(3)}`]),
      ]),
      ['log-odds before calibration', '', signed(row.logOdds)],
    ]),
    methodLine(statement, row),
  ];
}

export function changeLines(
  goal: Goal,
  found: Result<Counterfactual, CounterfactualError>,
): readonly string[] {
  const title = `What would bring it ${goal.side} ${percent(goal.bound)}`;
  if (!found.ok) return ['', title, `  nothing: ${found.error.message}`];
  const { changes, score } = found.value;
  return [
    '',
    title,
    ...aligned(changes.map(({ feature, from, to }) => [feature, `${from} → ${to}`])),
    `  then ${past(goal, score)}. This is what the model would answer, not what a change would cause.`,
  ];
}

/** A score just past the bound is not printed as the bound. */
function past({ side, bound }: Goal, score: number): string {
  const sign = side === 'below' ? '<' : '>';
  return percent(score) === percent(bound) ? `${sign} ${percent(bound)}` : percent(score);
}

export function nearLines({ rows, events }: NearRows): readonly string[] {
  return [
    '',
    `Rows most like it: ${events} of ${rows.length} have the outcome`,
    ...aligned([
      ['row', 'distance', 'outcome'],
      ...rows.map(({ name, distance, hasOutcome }) => [name, distance.toFixed(3), hasOutcome ? 'yes' : 'no']),
    ]),
  ];
}

export function globalLines({ rows, features, interactions }: GlobalExplanation): readonly string[] {
  return [
    `What matters, over ${count(rows)} rows (95 % intervals)`,
    ...importanceLines(
      features,
      features.map(({ dependence }) => dependence),
    ),
    '',
    'What acts together (log-odds that the single effects do not add up to, and their share)',
    ...aligned(
      interactions
        .slice(0, 5)
        .map(({ features: [one, other], size, share }) => [
          `${one} × ${other}`,
          size.toFixed(3),
          percent(share),
        ]),
    ),
  ];
}
