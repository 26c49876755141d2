/** Learners' attempts as the rows that the models of knowledge read, replayed in order so that none holds its future. */
import { type SequenceRows, SparseRowBuilder, type SparseRows } from '@praxis/core';
import { type Difficulties, easinessOf, noTally, type OwnTally, ownTally } from './difficulty.ts';
import { historyNumbers, LearnerHistory, patternCount, type Question } from './history.ts';
import type { Sequences } from './sequences.ts';

/** Attempts as both kinds of model read them. */
export interface TracingRows {
  readonly counts: SparseRows;
  readonly sequences: SequenceRows;
}

export interface TracingSizes {
  /** Problems and skills that training has seen, and one more for all others. */
  readonly items: number;
  readonly skills: number;
}

/** Columns of `counts`, in order, with the L2 penalty of each. */
const countBlocks = ({ items, skills }: TracingSizes) => ({
  item: { size: items, penalty: 1 },
  skill: { size: skills, penalty: 0.3 },
  skillWins: { size: skills, penalty: 3 },
  skillFails: { size: skills, penalty: 3 },
  history: { size: historyNumbers.length, penalty: 0.1 },
  pattern: { size: patternCount, penalty: 1 },
});

type CountBlock = keyof ReturnType<typeof countBlocks>;

function firstColumns(sizes: TracingSizes): Readonly<Record<CountBlock, number>> {
  const { item, skill, skillWins, skillFails, history } = countBlocks(sizes);
  const skillColumn = item.size;
  const winsColumn = skillColumn + skill.size;
  const failsColumn = winsColumn + skillWins.size;
  const historyColumn = failsColumn + skillFails.size;
  return {
    item: 0,
    skill: skillColumn,
    skillWins: winsColumn,
    skillFails: failsColumn,
    history: historyColumn,
    pattern: historyColumn + history.size,
  };
}

/** Shape [columns of `counts`]. */
export function countPenalties(sizes: TracingSizes): Float64Array {
  return Float64Array.from(
    Object.values(countBlocks(sizes)).flatMap(({ size, penalty }) => new Array<number>(size).fill(penalty)),
  );
}

/** What only sequence models read: a logistic regression that knows each problem could read the answer off it. */
const easinessNumbers = ['easiness', 'easinessAttempts', 'easinessBefore', 'rightBefore'] as const;
const numberColumns = historyNumbers.length + easinessNumbers.length;
/** Flags of skills: now, now × easiness, then those of the attempt before, where it was right and where it was wrong. */
const flagBlocks = 4;

/**
 * @param training whether these are the learners whose answers `difficulties` counts: each learner's own are then taken away
 */
export function tracingRows(
  sequences: Sequences,
  difficulties: Difficulties,
  sizes: TracingSizes,
  training: boolean,
): TracingRows {
  const attempts = sequences.right.length;
  const numbers = new Float32Array(attempts * numberColumns);
  const [counts, flags] = [new SparseRowBuilder(), new SparseRowBuilder()];
  const columns = firstColumns(sizes);
  for (let learner = 0; learner < sequences.starts.length - 1; learner++) {
    const own: OwnTally = training ? ownTally(sequences, learner) : noTally;
    const history = new LearnerHistory(difficulties.mean);
    let before: Before | null = null;
    for (let attempt = sequences.starts[learner]; attempt < sequences.starts[learner + 1]; attempt++) {
      const question = questionAt(sequences, attempt, difficulties, own);
      const right = sequences.right[attempt];
      const row = numbers.subarray(attempt * numberColumns, (attempt + 1) * numberColumns);
      history.write(question, row, 0);
      addCounts(counts, columns, question, history, row);
      const { logOdds, attempts: rests } = question.easiness;
      const told =
        before === null ? [0, 0] : [before.question.easiness.logOdds, before.right - difficulties.mean];
      row.set([logOdds, Math.log1p(rests), ...told], historyNumbers.length);
      addFlags(flags, sizes.skills, question, before);
      history.add(question, right);
      before = { question, right };
    }
  }
  const flagColumns = flagBlocks * sizes.skills;
  const { starts, right: labels } = sequences;
  return {
    counts: counts.rows(),
    sequences: { starts, flags: flags.rows(), flagColumns, numbers, numberColumns, labels },
  };
}

interface Before {
  readonly question: Question;
  readonly right: number;
}

function questionAt(
  sequences: Sequences,
  attempt: number,
  difficulties: Difficulties,
  own: OwnTally,
): Question {
  const item = sequences.items[attempt];
  const skills = sequences.skills.subarray(
    sequences.skillStarts[attempt],
    sequences.skillStarts[attempt + 1],
  );
  return { item, skills, easiness: easinessOf(difficulties, item, skills, own) };
}

/** @param row begins with the history's numbers */
function addCounts(
  counts: SparseRowBuilder,
  columns: Readonly<Record<CountBlock, number>>,
  { item, skills }: Question,
  history: LearnerHistory,
  row: Float32Array,
): void {
  if (item > 0) counts.add(columns.item + item, 1);
  for (const skill of skills) {
    const { wins, fails } = history.counts(skill);
    counts.add(columns.skill + skill, 1);
    counts.add(columns.skillWins + skill, Math.log1p(wins) / skills.length);
    counts.add(columns.skillFails + skill, Math.log1p(fails) / skills.length);
  }
  for (const index of historyNumbers.keys()) counts.add(columns.history + index, row[index]);
  counts.add(columns.pattern + history.pattern, 1);
  counts.endRow();
}

function addFlags(
  flags: SparseRowBuilder,
  skillCount: number,
  { skills, easiness }: Question,
  before: Before | null,
): void {
  for (const skill of skills) {
    flags.add(skill, 1 / skills.length);
    flags.add(skillCount + skill, easiness.logOdds / skills.length);
  }
  if (before !== null) {
    const { question, right } = before;
    const block = right === 1 ? 2 : 3;
    for (const skill of question.skills) {
      flags.add(block * skillCount + skill, 1 / question.skills.length);
    }
  }
  flags.endRow();
}
