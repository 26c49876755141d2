/** Praxis through the vertical's door: the same calls as the product makes. */
import {
  type AbilitySettings,
  type Curriculum,
  chooseExercise,
  type DifficultyModel,
  firstBeliefs,
  type LearnerState,
  newLearner,
  recordAttempt,
} from '../../packages/domains/practice/index.ts';
import { type Policy, type Seen, target } from './policy.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 1);

export function praxis(
  { skills }: Curriculum,
  difficulty: DifficultyModel,
  ability: AbilitySettings,
): Policy {
  const model = { skills, difficulty, ability };
  const nobody = newLearner(skills, ability);
  const learners = new Map<number, LearnerState>();
  let beliefs = firstBeliefs(difficulty);
  const at = ({ day }: Seen) => start + day * dayMs;
  const learner = (seen: Seen) => learners.get(seen.learner) ?? nobody;
  return {
    name: 'Praxis',
    choose: (seen, candidates) => {
      const skill = seen.skill === null ? null : skills[seen.skill].id;
      const situation = { model, beliefs, learner: learner(seen), candidates, at: at(seen) };
      const choice = chooseExercise(situation, { target, skill });
      if (!choice.ok) throw new Error(choice.error.message);
      return candidates.indexOf(choice.value.exercise);
    },
    observe: (seen, exercise, correct) => {
      const attempt = { exercise, correct, hints: 0, solutionSeen: false, review: false, at: at(seen) };
      const recorded = recordAttempt(model, beliefs, learner(seen), attempt);
      if (!recorded.ok) throw new Error(recorded.error.message);
      beliefs = recorded.value.beliefs;
      learners.set(seen.learner, recorded.value.learner);
    },
  };
}
