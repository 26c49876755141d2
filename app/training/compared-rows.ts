/** The rows of the table in which runs stand side by side. */
import type { RunDetail, RunResult } from './view.ts';

interface RowWords {
  words: (
    key:
      | 'outcome'
      | 'status'
      | 'learner'
      | 'auroc'
      | 'difference'
      | 'averagePrecision'
      | 'brier'
      | 'calibrationSlope'
      | 'seconds'
      | 'rows'
      | 'folds'
      | 'seed'
      | 'cohort'
      | 'sources'
      | 'artifact',
  ) => string;
  outcome: (key: string) => string;
  status: (key: RunDetail['run']['status']) => string;
  learner: (key: string) => string;
  number: (value: number) => string;
  plain: (value: number) => string;
}

interface ComparedRow {
  readonly name: string;
  /** One a run; '–' where the run has none. */
  readonly cells: readonly string[];
}

const none = '–';
/** As much of a hash as people compare by eye. */
const short = (hash: string) => hash.slice(0, 12);

const figures = ['auroc', 'averagePrecision', 'brier', 'calibrationSlope'] as const;

/** @param comparable false where a difference between the figures would say nothing of the models */
export function comparedRows(
  runs: readonly RunDetail[],
  comparable: boolean,
  as: RowWords,
): readonly ComparedRow[] {
  const ofResult = (name: string, text: (result: RunResult) => string): ComparedRow => ({
    name,
    cells: runs.map(({ result }) => (result ? text(result) : none)),
  });
  const chosen = ({ candidates }: RunResult) => candidates.find(({ chosen }) => chosen);
  const aurocs = runs.map(({ result }) => (result ? chosen(result)?.auroc.value : undefined));
  const [base] = aurocs;
  const settings = [
    ...new Set(runs.flatMap(({ result }) => Object.keys((result && chosen(result)?.parameters) ?? {}))),
  ];
  return [
    { name: as.words('outcome'), cells: runs.map(({ run }) => as.outcome(run.outcome)) },
    { name: as.words('status'), cells: runs.map(({ run }) => as.status(run.status)) },
    ofResult(as.words('learner'), (result) => as.learner(chosen(result)?.learner ?? '')),
    ...figures.map((figure) =>
      ofResult(as.words(figure), (result) => {
        const of = chosen(result)?.[figure];
        return of ? `${as.number(of.value)} (${as.number(of.lower)}–${as.number(of.upper)})` : none;
      }),
    ),
    {
      name: as.words('difference'),
      cells: aurocs.map((value, at) =>
        !comparable || at === 0 || value === undefined || base === undefined ? none : as.number(value - base),
      ),
    },
    ofResult(as.words('seconds'), ({ seconds }) => as.plain(Math.round(seconds))),
    ofResult(as.words('rows'), ({ rows, events }) => `${as.plain(rows)} / ${as.plain(events)}`),
    ofResult(as.words('folds'), ({ folds }) => as.plain(folds)),
    ofResult(as.words('seed'), ({ seed }) => String(seed)),
    ...settings.map((name) =>
      ofResult(name, (result) => {
        const value = chosen(result)?.parameters[name];
        return value === undefined ? none : as.plain(value);
      }),
    ),
    ofResult(as.words('cohort'), ({ cohortSha256 }) => short(cohortSha256)),
    ofResult(as.words('sources'), ({ sources }) => sources.map(({ sha256 }) => short(sha256)).join('\n')),
    ofResult(as.words('artifact'), ({ artifact }) => short(artifact)),
  ];
}
