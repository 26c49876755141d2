/** Which skill next, and why: in the order in which they would be taken, should there be no exercise for the first. */
import { type DueReview, reviewsDue } from './calendar.ts';
import type { LearnerState } from './learner-state.ts';
import type { PracticeModel } from './practice-model.ts';
import { predictSkills, type SkillPrediction } from './predict.ts';
import { failedSkill, isOpen, rootsOf } from './roots.ts';

export type Plan =
  | { readonly kind: 'asked' | 'newSkill'; readonly skill: string }
  | {
      readonly kind: 'prerequisite';
      readonly skill: string;
      readonly because: string;
      readonly path: string[];
    }
  | {
      readonly kind: 'review';
      readonly skill: string;
      readonly dueAt: number;
      readonly retrievability: number;
    }
  | { readonly kind: 'learning' | 'keepingUp'; readonly skill: string; readonly masteredWith: number };

/** Skills that are learnt side by side: changing between them is harder at first, and lasts longer. */
const sideBySide = 3;

/** What somebody asks for: one skill, or certain reviews before all else. */
interface Asked {
  readonly skill: string | null;
  readonly reviews: readonly DueReview[];
}

/** @param offered skills that there are exercises of: the rest can neither be practised nor waited for */
export function* plans(
  model: PracticeModel,
  learner: LearnerState,
  ability: LearnerState['ability'],
  offered: ReadonlySet<string>,
  asked: Asked,
  at: number,
): Generator<Plan> {
  if (asked.skill !== null) {
    yield { kind: 'asked', skill: asked.skill };
    return;
  }
  for (const review of asked.reviews) yield { kind: 'review', ...review };
  const predicted = predictSkills(model, ability);
  const predictions = new Map(learner.skills.map((skill, place) => [skill, predicted[place]]));
  const failed = failedSkill(learner);
  if (failed !== null)
    for (const { skill, path } of rootsOf(model, predictions, offered, failed))
      yield { kind: 'prerequisite', skill, because: failed, path: [...path] };
  // Two reviews are never in a row, so that after a long absence there is something new too.
  const reviewedJustNow = learner.recent[0]?.review ?? false;
  if (!reviewedJustNow) for (const due of reviewsDue(learner, at)) yield { kind: 'review', ...due };
  yield* leadingOn(model, learner, predictions, offered);
  if (reviewedJustNow) for (const due of reviewsDue(learner, at)) yield { kind: 'review', ...due };
}

/** First what is being learnt, the longest untouched before the others; then what is mastered, the least certain first. */
function* leadingOn(
  model: PracticeModel,
  learner: LearnerState,
  predictions: ReadonlyMap<string, SkillPrediction>,
  offered: ReadonlySet<string>,
): Generator<Plan> {
  const of = (skill: string) => predictions.get(skill)?.masteredWith ?? 0;
  const open = learner.skills.filter(
    (skill) => offered.has(skill) && isOpen(model, predictions, offered, skill),
  );
  const unmastered = open.filter((skill) => predictions.get(skill)?.mastered === false);
  const begun = (skill: string) => (learner.attempts[skill] === undefined ? 1 : 0);
  const inOrder = unmastered.toSorted((one, other) => begun(one) - begun(other));
  const longAgo = (skill: string) => {
    const place = learner.recent.findIndex((attempt) => attempt.skill === skill);
    return place < 0 ? learner.recent.length : place;
  };
  const first = inOrder.slice(0, sideBySide).sort((one, other) => longAgo(other) - longAgo(one));
  for (const skill of [...first, ...inOrder.slice(sideBySide)])
    yield begun(skill) === 1
      ? { kind: 'newSkill', skill }
      : { kind: 'learning', skill, masteredWith: of(skill) };
  const mastered = open.filter((skill) => !unmastered.includes(skill)).sort((a, b) => of(a) - of(b));
  for (const skill of mastered) yield { kind: 'keepingUp', skill, masteredWith: of(skill) };
}
