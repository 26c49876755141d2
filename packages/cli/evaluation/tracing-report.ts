/** What `praxis practice evaluate` prints: how well the answers of learners that no model has seen are foretold. */
import type { TracingEvaluation, TracingFigures, Unseen } from '@praxis/practice';
import { count } from '../report/words.ts';

const names: Readonly<Record<TracingFigures['name'], string>> = {
  logistic: 'logistic regression',
  recurrent: 'recurrent network',
  attention: 'attention network',
  bayesian: 'Bayesian knowledge tracing',
  blend: 'blend of all',
};

/** For people. `seconds` is the whole run. */
export function tracingReportLines(evaluation: TracingEvaluation, seconds: number): readonly string[] {
  const { attempts, removedRows, models, best, blend } = evaluation;
  return [
    `practice: ${count(attempts)} attempts in three files; ${count(removedRows)} rows were further skills of the attempt before them`,
    `  ${'model'.padEnd(28)}   AUC  accuracy  log loss    ECE  trained in  attempts a second`,
    ...[...models, blend].map((figures) => line(figures, best)),
    '  * least log loss on the validation file',
    `  time ${seconds.toFixed(1)} s`,
  ];
}

function line(figures: TracingFigures, best: TracingEvaluation['best']): string {
  const { name, auc, accuracy, logLoss, ece, trainSeconds, interactionsPerSecond } = figures;
  const cells = [
    `${names[name]}${name === best ? ' *' : ''}`.padEnd(28),
    auc.toFixed(4).padStart(5),
    accuracy.toFixed(4).padStart(8),
    logLoss.toFixed(4).padStart(9),
    ece.toFixed(4).padStart(6),
    `${trainSeconds.toFixed(1)} s`.padStart(11),
    count(Math.round(interactionsPerSecond)).padStart(18),
  ];
  return `  ${cells.join(' ')}`;
}

/** What the files hold that the training file does not, and what was done with it. */
export function tracingNotes({ unseen }: TracingEvaluation): readonly string[] {
  return [note('validation', unseen.validation), note('test', unseen.test)].flat();
}

const mostNamed = 5;

function note(file: string, { skills, skillAttempts, itemAttempts }: Unseen): readonly string[] {
  const named = skills.slice(0, mostNamed).join(', ');
  const more = skills.length > mostNamed ? ` and ${count(skills.length - mostNamed)} more` : '';
  return [
    ...(skills.length === 0
      ? []
      : [
          `practice: the ${file} file has ${count(skillAttempts)} attempts at skills that the training file lacks ` +
            `(${named}${more}); they are told by what all skills have in common.`,
        ]),
    ...(itemAttempts === 0
      ? []
      : [
          `practice: the ${file} file has ${count(itemAttempts)} attempts at problems that the training file lacks; ` +
            'they are told by their skills.',
        ]),
  ];
}

/** One line, for scripts. */
export function tracingReportJson(evaluation: TracingEvaluation): string {
  const { attempts, removedRows, models, best, blend } = evaluation;
  return JSON.stringify({
    attempts,
    removedRows,
    models: [...models, blend].map(rounded),
    best,
    blend: rounded(blend),
  });
}

function rounded(figures: TracingFigures) {
  const { name, trainSeconds, interactionsPerSecond, ...shares } = figures;
  const { auc, accuracy, logLoss, ece } = shares;
  return {
    name,
    auc: Number(auc.toFixed(6)),
    accuracy: Number(accuracy.toFixed(6)),
    logLoss: Number(logLoss.toFixed(6)),
    ece: Number(ece.toFixed(6)),
    trainSeconds: Number(trainSeconds.toFixed(2)),
    interactionsPerSecond: Math.round(interactionsPerSecond),
  };
}
