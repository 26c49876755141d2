/** The next exercise: mends the root of a failure first, then reviews what is due, then leads on. */
import type { Result } from '@praxis/core';
import type { Candidate } from '../data/candidate.ts';
import type { DifficultyBeliefs } from '../pipeline/difficulty/difficulty.ts';
import type { Moments } from '../pipeline/difficulty/moments.ts';
import { expectedDistance, logitOf } from '../pipeline/difficulty/observe.ts';
import { abilityAt } from './attempt.ts';
import type { DueReview } from './calendar.ts';
import type { LearnerState } from './learner-state.ts';
import { type Plan, plans } from './plan.ts';
import type { PracticeModel } from './practice-model.ts';
import { type Prediction, predictionOf } from './predict.ts';
import type { Reason } from './reason.ts';

export interface Situation {
  readonly model: PracticeModel;
  readonly beliefs: DifficultyBeliefs;
  /** For the model's skills (`forSkills`). */
  readonly learner: LearnerState;
  readonly candidates: readonly Candidate[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Wish {
  /** Probability of a right answer, within `targetSchema`. */
  readonly target: number;
  /** Only this skill; null: whichever helps most. */
  readonly skill: string | null;
  /** Reviews that come before all else, in this order. */
  readonly reviews?: readonly DueReview[];
}

export interface Choice {
  readonly exercise: Candidate;
  readonly reason: Reason;
}

export interface ChooseError {
  readonly code: 'unknown-skill' | 'no-exercise';
  readonly message: string;
  readonly place: string;
}

/** Farther from the target than this, the learner is told that nothing nearer was there. */
const near = 0.1;

export function chooseExercise(situation: Situation, wish: Wish): Result<Choice, ChooseError> {
  const { model, learner, candidates, at } = situation;
  if (wish.skill !== null && !learner.skills.includes(wish.skill)) {
    const message = `There is no skill called ${wish.skill}.`;
    return { ok: false, error: { code: 'unknown-skill', message, place: 'skill' } };
  }
  const ability = abilityAt(model, learner, at);
  const offered = Map.groupBy(candidates, ({ skill }) => skill);
  const asked = { skill: wish.skill, reviews: wish.reviews ?? [] };
  for (const plan of plans(model, learner, ability, new Set(offered.keys()), asked, at)) {
    const best = nearest(
      situation,
      ability,
      fresh(learner, offered.get(plan.skill) ?? [], plan),
      wish.target,
    );
    if (best === null) continue;
    const onTarget = Math.abs(best.prediction.success - wish.target) <= near;
    return {
      ok: true,
      value: {
        exercise: best.exercise,
        reason: reasonOf(plan, { target: wish.target, ...best.prediction, onTarget }),
      },
    };
  }
  const message = 'There is no exercise that was not just done.';
  return { ok: false, error: { code: 'no-exercise', message, place: 'candidates' } };
}

/** No exercise that was done lately; in a review another template than last time, so that nobody recites an answer. */
function fresh(
  learner: LearnerState,
  candidates: readonly Candidate[],
  { kind }: Plan,
): readonly Candidate[] {
  const done = new Set(learner.recent.map(({ exercise }) => exercise));
  const undone = candidates.filter(({ id }) => !done.has(id));
  if (kind !== 'review') return undone;
  const last = learner.recent.find(({ skill }) => skill === undone[0]?.skill)?.template;
  const others = undone.filter(({ template }) => template !== last);
  return others.length > 0 ? others : undone;
}

/** The exercise whose probability of success is expected to be nearest to the target: near by its mean, and certain. */
function nearest(
  { model, beliefs, learner }: Situation,
  ability: LearnerState['ability'],
  candidates: readonly Candidate[],
  target: number,
): { exercise: Candidate; prediction: Prediction } | null {
  let best: { exercise: Candidate; logit: Moments; distance: number } | null = null;
  for (const exercise of candidates) {
    const place = learner.skills.indexOf(exercise.skill);
    const logit = logitOf(model.difficulty, beliefs, ability, place, exercise);
    const distance = expectedDistance(model.difficulty, logit, target);
    if (best === null || distance < best.distance) best = { exercise, logit, distance };
  }
  return best === null ? null : { exercise: best.exercise, prediction: predictionOf(model, best.logit) };
}

interface Aim extends Prediction {
  readonly target: number;
  readonly onTarget: boolean;
}

function reasonOf(plan: Plan, aim: Aim): Reason {
  return { ...plan, ...aim };
}
