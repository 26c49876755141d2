/** What `praxis fraud evaluate` prints: figures of payments that no model has seen. */
import type { FraudEvaluation } from '@praxis/fraud';
import { count } from '../report/words.ts';

const figure = (value: number): string => value.toFixed(3);
const learnerNames = {
  boostedTrees: 'boosted trees',
  logisticRegression: 'logistic regression',
  deepTabular: 'deep tabular network',
  attention: "attention over the card's last payments",
};
const named = (model: FraudEvaluation['model']) => model.map((learner) => learnerNames[learner]).join(', ');

/** For people. `seconds` is the whole run. */
export function fraudReportLines(evaluation: FraudEvaluation, seconds: number): readonly string[] {
  const { model, money, rows, recallByScenario } = evaluation;
  return [
    `fraud: ${count(rows.testFrauds)} frauds among ${count(rows.test)} payments of the test, model of ${count(rows.training)} payments`,
    `  AUROC                  ${figure(evaluation.auroc)}`,
    `  average precision      ${figure(evaluation.averagePrecision)}`,
    `  card precision@100     ${figure(evaluation.cardPrecision100)} (a perfect ranker: ${figure(evaluation.ceiling100)})`,
    ...Object.entries(recallByScenario).map(
      ([scenario, recall]) =>
        `  found of ${scenario.padEnd(18)} ${`${(100 * recall).toFixed(0)} %`.padStart(5)}`,
    ),
    `  money in found frauds  ${count(Math.round(money.caught))} of ${count(Math.round(money.lost))}`,
    `  model                  ${named(model)}`,
    ...comparedLines(evaluation),
    `  time                   ${seconds.toFixed(1)} s`,
  ];
}

/** What the choice was made by: the candidates on the last training days. */
function comparedLines({ compared, model }: FraudEvaluation): readonly string[] {
  if (compared.length === 0) return [];
  return [
    '  chosen on the last training days: average precision, card precision@100',
    ...compared.map(
      ({ learners, averagePrecision, cardPrecision100 }) =>
        `    ${figure(averagePrecision)}  ${figure(cardPrecision100)}  ${named(learners)}${learners === model ? '  ←' : ''}`,
    ),
  ];
}

/** One line, for scripts. */
export function fraudReportJson(evaluation: FraudEvaluation, seconds: number): string {
  const { auroc, averagePrecision, cardPrecision100, ceiling100, recallByScenario, model } = evaluation;
  return JSON.stringify({
    auroc,
    averagePrecision,
    cardPrecision100,
    ceiling100,
    recallByScenario,
    seconds: Number(seconds.toFixed(1)),
    model: model.join('+'),
  });
}
