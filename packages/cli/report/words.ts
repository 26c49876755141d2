/** Numbers and names as reports write them: no more digits than are known. */
import type { Estimate, LearnerName, ModelCard } from '@praxis/core';

export const count = (value: number): string => value.toLocaleString('en');

/** As many decimals as asked for; nothing is -0.00. */
const fixed = (value: number, digits: number): string => value.toFixed(digits).replace(/^-(0\.?0*)$/, '$1');

/** A figure with its interval. */
export const figure = ({ value, lower, upper }: Estimate, digits: number): string =>
  `${fixed(value, digits)} (${fixed(lower, digits)} to ${fixed(upper, digits)})`;

/** For people. */
export const learnerWords: Readonly<Record<LearnerName, string>> = {
  logisticRegression: 'logistic regression',
  boostedTrees: 'boosted trees',
  deepTabular: 'deep tabular network',
  blend: 'logistic regression and trees',
  deepBlend: 'logistic regression, trees and network',
  treesDeepBlend: 'trees and network',
  attention: 'attention over earlier records',
  attentionBlend: 'trees and attention',
  attentionDeepBlend: 'trees, network and attention',
  privateLogistic: 'private logistic regression',
  distilled: 'distilled network',
  imported: 'imported model',
};

/** For machines: candidates each by a name of their own. */
export const candidateKeys: Readonly<Record<LearnerName, string>> = {
  logisticRegression: 'logistic',
  boostedTrees: 'trees',
  deepTabular: 'deep',
  blend: 'blend',
  deepBlend: 'blend+deep',
  treesDeepBlend: 'trees+deep',
  attention: 'attention',
  attentionBlend: 'trees+attention',
  attentionDeepBlend: 'trees+deep+attention',
  privateLogistic: 'private-logistic',
  distilled: 'distilled',
  imported: 'imported',
};

/** For machines, as `--learner` calls them: a blend is a blend, whatever its parts. */
export const learnerKey = (learner: LearnerName): string =>
  learner === 'deepBlend' || learner === 'treesDeepBlend' ? candidateKeys.blend : candidateKeys[learner];

type Candidate = Pick<ModelCard['candidates'][number], 'learner' | 'imported'>;

/** An imported model by its file: there may be several. */
export const candidateName = ({ learner, imported }: Candidate): string =>
  imported === undefined ? learnerWords[learner] : `${learnerWords[learner]} ${imported.file}`;

export const isChosen = (candidate: Candidate, card: Candidate): boolean =>
  candidate.learner === card.learner && candidate.imported?.artifact === card.imported?.artifact;

/** Rows of cells in columns, two blanks before and between them. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd(),
  );
}
