/** Who is flagged, caught and missed when everybody at or above a threshold is flagged. */
import type { Estimate, ModelCard } from '@praxis/core';
import { Cell, HeaderCell, Row, Table, Term } from '@praxis/ui';
import type { Wording } from '../wording.ts';

type ThresholdRow = NonNullable<ModelCard['thresholds']>[number];

const columns = ['threshold', 'flagged', 'missed', 'sensitivity', 'specificity', 'ppv', 'npv'] as const;
const shares = [
  'sensitivity',
  'specificity',
  'ppv',
  'npv',
] as const satisfies readonly (keyof ThresholdRow)[];

export function ThresholdTable({
  card,
  thresholds,
  wording,
}: {
  card: ModelCard;
  thresholds: readonly ThresholdRow[];
  wording: Wording;
}) {
  const { number } = wording;
  const word = (key: string, values?: Record<string, string | number>) =>
    wording.screen(`card.figures.acting.${key}`, values);
  const { rows, events } = judged(card);
  return (
    <div className="flex flex-col gap-2">
      <h3>{word('table')}</h3>
      <p className="max-w-prose text-small text-muted">
        {word('tableNote', { rows: number(rows), events: number(events) })}
      </p>
      <Table label={word('table')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column} numeric>
                <Term explanation={word(`meanings.${column}`)}>{word(`thresholds.${column}`)}</Term>
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {thresholds.map((row) => (
            <Row key={row.threshold}>
              <Cell numeric>{number(row.threshold * 100)}</Cell>
              <Cell numeric>{perHundred(row.flagged / rows, wording)}</Cell>
              <Cell numeric>{perHundred(missed(row, rows), wording)}</Cell>
              {shares.map((share) => (
                <Cell key={share} numeric>
                  <Share value={row[share]} wording={wording} />
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** The rows that judge a model are those of its calibration bins: not all of the cohort where time divides it. */
function judged({ calibration }: ModelCard): { readonly rows: number; readonly events: number } {
  return {
    rows: calibration.bins.reduce((sum, bin) => sum + bin.rows, 0),
    events: Math.round(calibration.bins.reduce((sum, bin) => sum + bin.rows * bin.observed, 0)),
  };
}

/** Share of all who have the outcome and were not flagged. */
function missed({ flagged, npv }: ThresholdRow, rows: number): number {
  return npv === null ? 0 : ((1 - npv.value) * (rows - flagged)) / rows;
}

/** One decimal where a whole number would hide the difference from none or all. */
function digitsFor(count: number): number {
  return count < 10 || count > 99 ? 1 : 0;
}

/** What is there at all is never written as nothing. */
function perHundred(share: number, { number }: Wording): string {
  const count = 100 * share;
  if (count > 0 && count < 0.05) return `<${number(0.1, 1)}`;
  return number(count, count === 0 || count === 100 ? 0 : digitsFor(count));
}

function Share({ value, wording }: { value: Estimate | null; wording: Wording }) {
  if (value === null) return '–';
  const written = (end: number) => wording.number(100 * end, digitsFor(100 * value.value));
  return (
    <>
      {perHundred(value.value, wording)}
      <span className="block text-small text-muted">
        {wording.screen('card.figures.acting.interval', {
          lower: written(value.lower),
          upper: written(value.upper),
        })}
      </span>
    </>
  );
}
