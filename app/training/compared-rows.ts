/** The rows of the table in which runs stand side by side. */
import type { ModelComparison } from '../models/comparison.ts';
import type { ComparedRun } from './comparison.ts';
import type { RunDetail, RunResult } from './view.ts';

type Difference = ModelComparison['auroc'];

interface RowWords {
  words: (
    key:
      | 'outcome'
      | 'status'
      | 'learner'
      | 'auroc'
      | 'aurocDifference'
      | 'averagePrecision'
      | 'brier'
      | 'brierDifference'
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
  /** With its interval, and what it says. */
  difference: (difference: Difference) => string;
  number: (value: number) => string;
  plain: (value: number) => string;
}

interface ComparedRow {
  readonly name: string;
  /** One a run; '–' where the run has none. */
  readonly cells: readonly string[];
}

const none = '–';
/** Between the ends of an interval; word joiners keep a narrow column from breaking it there. */
const to = '\u2060–\u2060';
/** As much of a hash as people compare by eye. */
const short = (hash: string) => hash.slice(0, 12);

export function comparedRows(runs: readonly ComparedRun[], as: RowWords): readonly ComparedRow[] {
  const ofResult = (name: string, text: (result: RunResult) => string): ComparedRow => ({
    name,
    cells: runs.map(({ result }) => (result ? text(result) : none)),
  });
  const chosen = ({ candidates }: RunResult) => candidates.find(({ chosen }) => chosen);
  const figure = (name: 'auroc' | 'averagePrecision' | 'brier' | 'calibrationSlope') =>
    ofResult(as.words(name), (result) => {
      const of = chosen(result)?.[name];
      return of ? `${as.number(of.value)} (${as.number(of.lower)}${to}${as.number(of.upper)})` : none;
    });
  const differences = (name: string, of: 'auroc' | 'brier'): ComparedRow => ({
    name,
    cells: runs.map(({ difference }) => (difference ? as.difference(difference[of]) : none)),
  });
  const settings = [
    ...new Set(runs.flatMap(({ result }) => Object.keys((result && chosen(result)?.parameters) ?? {}))),
  ];
  return [
    { name: as.words('outcome'), cells: runs.map(({ run }) => as.outcome(run.outcome)) },
    { name: as.words('status'), cells: runs.map(({ run }) => as.status(run.status)) },
    ofResult(as.words('learner'), (result) => as.learner(chosen(result)?.learner ?? '')),
    figure('auroc'),
    differences(as.words('aurocDifference'), 'auroc'),
    figure('averagePrecision'),
    figure('brier'),
    differences(as.words('brierDifference'), 'brier'),
    figure('calibrationSlope'),
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
