/** The worklist as a table of figures. */
import { type Outcome, outcomes, type StoredRisk, type WorklistRow } from '@praxis/diagnosis';
import type { CsvRow } from '@praxis/ui';

/** A word of the vertical by its key. */
type Word = (key: string) => string;

export function csvColumns(word: Word): string[] {
  const column = (name: string) => word(`screens.worklist.csvColumns.${name}`);
  const figures = ['risk', 'lower', 'upper', 'band'];
  return [
    ...['person', 'age', 'sex'].map(column),
    ...outcomes.flatMap((outcome) =>
      figures.map((name) => `${word(`outcomes.${outcome}`)}: ${column(name)}`),
    ),
    column('known'),
  ];
}

/** One line a person, in the order of `csvColumns`. */
export function csvRows(rows: readonly WorklistRow[], word: Word): CsvRow[] {
  return rows.map(({ person, risks, diagnosed }) => [
    person.id,
    person.ageYears,
    word(`screens.sex.${person.male ? 'male' : 'female'}`),
    ...outcomes.flatMap((outcome) => riskCells(outcome, risks, word)),
    diagnosed.map((code) => word(`diagnoses.${code}`)).join('; '),
  ]);
}

/** Risk, lower and upper bound, band; the figures stay empty where there are none. */
function riskCells(outcome: Outcome, risks: readonly StoredRisk[], word: Word): CsvRow {
  const risk = risks.find((one) => one.outcome === outcome);
  if (!risk) return [null, null, null, null];
  if (risk.status !== 'risk') return [null, null, null, word('bands.alreadyHas')];
  const share = (value: number) => Number(value.toFixed(4));
  const { band: plain, abstains } = risk;
  const band =
    abstains === null
      ? word(`bands.${plain}`)
      : `${word('screens.risk.notSure')} – ${word(`screens.risk.notSureReason.${abstains.reason}`)}`;
  return [share(risk.probability), share(risk.lower), share(risk.upper), band];
}
