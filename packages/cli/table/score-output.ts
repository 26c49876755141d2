/** Scores as a file: CSV, or one JSON object a line. */
import type { Abstention, ConformalSet, Familiarity, MatrixScores } from '@praxis/core';

export interface ScoreColumns {
  /** Header of the first column. */
  readonly name: string;
  readonly features: readonly string[];
  readonly interval: boolean;
  /** Whether sets of outcomes are known, and what the training rows were like. */
  readonly conformal: boolean;
  readonly familiarity: boolean;
  /** Contributions are counted from it. */
  readonly baselineLogOdds: number;
}

/** What is to be said of a row besides its probability; null where the model does not know. */
export interface RowDoubts {
  readonly set: ConformalSet | null;
  readonly familiar: Familiarity | null;
  readonly abstains: Abstention | null;
}

/** Writes rows of scores as text. */
export interface ScoreFormat {
  /** Empty where the format has no head. */
  readonly head: string;
  row(name: string, scores: MatrixScores, row: number, doubts: RowDoubts): string;
}

/** Single precision has no more digits. */
const rounded = (value: number): number => Number(value.toPrecision(7));

const needsQuotes = /[",\r\n]/;
const cell = (text: string): string => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function csvScores(
  { name, features, interval, conformal, familiarity, baselineLogOdds }: ScoreColumns,
  explain: boolean,
): ScoreFormat {
  const explained = ['logOdds', 'baseline', ...features.map((feature) => `contribution.${feature}`)];
  const doubted = [
    ...(conformal ? ['outcomes'] : []),
    ...(familiarity ? ['unlike'] : []),
    ...(conformal || familiarity ? ['abstains'] : []),
  ];
  const head = [
    name,
    'probability',
    ...(interval ? ['lower', 'upper'] : []),
    ...doubted,
    ...(explain ? explained : []),
  ];
  return {
    head: `${head.map(cell).join(',')}\n`,
    row(id, { probability, lower, upper, logOdds, contributions }, row, { set, familiar, abstains }) {
      const numbers: (number | string)[] = [rounded(probability[row])];
      if (interval) numbers.push(rounded(lower[row]), rounded(upper[row]));
      if (set !== null) numbers.push(set);
      if (familiar !== null) numbers.push(String(familiar.unlike));
      if (conformal || familiarity) numbers.push(abstains ?? '');
      if (contributions !== null) {
        numbers.push(rounded(logOdds[row]), rounded(baselineLogOdds));
        for (const value of contributionsOf(contributions, features.length, row))
          numbers.push(rounded(value));
      }
      return `${cell(id)},${numbers.join(',')}\n`;
    },
  };
}

export function jsonScores({ name, features, interval, baselineLogOdds }: ScoreColumns): ScoreFormat {
  return {
    head: '',
    row(id, { probability, lower, upper, logOdds, contributions }, row, { set, familiar, abstains }) {
      const object: Record<string, unknown> = {
        [name]: name === 'row' ? Number(id) : id,
        probability: rounded(probability[row]),
      };
      if (interval) Object.assign(object, { lower: rounded(lower[row]), upper: rounded(upper[row]) });
      if (set !== null) object.outcomes = set;
      if (familiar !== null) {
        const { unlike, percentile, mostUnusual } = familiar;
        Object.assign(object, {
          unlike,
          percentile: Number(percentile.toFixed(1)),
          mostUnusual: mostUnusual.map(({ feature }) => feature),
        });
      }
      if (set !== null || familiar !== null) object.abstains = abstains;
      if (contributions !== null) {
        const own = contributionsOf(contributions, features.length, row);
        Object.assign(object, {
          logOdds: rounded(logOdds[row]),
          baseline: rounded(baselineLogOdds),
          contributions: Object.fromEntries(features.map((feature, at) => [feature, rounded(own[at])])),
        });
      }
      return `${JSON.stringify(object)}\n`;
    },
  };
}

function contributionsOf(contributions: Float64Array, width: number, row: number): Float64Array {
  return contributions.subarray(row * width, (row + 1) * width);
}
