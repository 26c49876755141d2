/** Who is stuck on what, from what they did last. */
import { observationOf } from '../observation.ts';
import type { PracticeModel } from '../practice-model.ts';
import type { SkillPrediction } from '../predict.ts';
import { rootsOf } from '../roots.ts';
import type { StuckReason } from './class-contract.ts';
import type { FinishedTurn } from './class-store.ts';

/** So many wrong answers in a row. */
const wrongRun = 3;
/** Solutions opened, in so many of the last exercises that were not left. */
const openedOften = 3;
const openedOf = 8;
/** Two windows of so many answers are compared; a share above this is progress enough. */
const window = 5;
const fair = 0.6;

interface Stuck {
  readonly skill: string;
  readonly reasons: readonly StuckReason[];
  /** From the root to the skill, both included; null where nothing that it rests on is weak. */
  readonly path: readonly string[] | null;
  readonly lastAt: Date;
}

/**
 * Skills on which a learner does not come on, the latest first. What is mastered by now is none of them.
 *
 * @param turns of one learner, the newest first
 * @param offered skills that there are exercises of
 */
export function stuckSkills(
  model: PracticeModel,
  predictions: ReadonlyMap<string, SkillPrediction>,
  offered: ReadonlySet<string>,
  turns: readonly FinishedTurn[],
): Stuck[] {
  return [...Map.groupBy(turns, ({ skill }) => skill)].flatMap(([skill, own]) => {
    const prediction = predictions.get(skill);
    const [latest] = own;
    if (prediction === undefined || prediction.mastered || latest === undefined) return [];
    const reasons = reasonsOf(own);
    if (reasons.length === 0) return [];
    const [root] = rootsOf(model, predictions, offered, skill);
    return [{ skill, reasons, path: root?.path ?? null, lastAt: latest.closedAt }];
  });
}

function reasonsOf(turns: readonly FinishedTurn[]): StuckReason[] {
  const correct = turns.flatMap((turn) => {
    const answers = turn.verdicts.map((verdict) => ({ verdict, typed: '', misconception: null }));
    const observed = observationOf({ answers, hintsShown: turn.hintsShown }, turn.outcome);
    return observed === null ? [] : [observed.correct];
  });
  return [wrongInARow(correct), solutions(turns), noProgress(correct)].filter((reason) => reason !== null);
}

function wrongInARow(correct: readonly boolean[]): StuckReason | null {
  const first = correct.indexOf(true);
  const count = first < 0 ? correct.length : first;
  return count >= wrongRun ? { kind: 'wrongInARow', count } : null;
}

function solutions(turns: readonly FinishedTurn[]): StuckReason | null {
  const last = turns.filter(({ outcome }) => outcome !== 'left').slice(0, openedOf);
  const opened = last.filter(({ outcome }) => outcome === 'shown').length;
  return opened >= openedOften ? { kind: 'solutions', opened, of: last.length } : null;
}

function noProgress(correct: readonly boolean[]): StuckReason | null {
  if (correct.length < 2 * window) return null;
  const rightAmong = (from: number) => correct.slice(from, from + window).filter((one) => one).length;
  const [right, rightBefore] = [rightAmong(0), rightAmong(window)];
  if (right > rightBefore || right > fair * window) return null;
  return { kind: 'noProgress', attempts: correct.length, right, rightBefore, of: window };
}
