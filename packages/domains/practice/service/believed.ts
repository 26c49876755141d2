/** What is believed of a learner and of difficulty, as it is stored and as it is used. */
import { difficultyBeliefsCodec } from '../pipeline/difficulty/beliefs-codec.ts';
import { type DifficultyBeliefs, firstBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { forSkills, type LearnerState, learnerStateCodec, newLearner } from './learner-state.ts';
import type { PracticeModel } from './practice-model.ts';
import type { Believed } from './store.ts';

export interface Beliefs {
  readonly learner: LearnerState;
  readonly difficulty: DifficultyBeliefs;
}

/** Of whom nothing is stored, what is believed of anybody. */
export function readBelieved(model: PracticeModel, { learner, difficulty }: Believed): Beliefs {
  return {
    learner:
      learner === null
        ? newLearner(model.skills, model.ability)
        : forSkills(learnerStateCodec.parse(learner), model.skills, model.ability),
    difficulty: readDifficulty(model, difficulty),
  };
}

/** Of which nothing is stored, what the model assumes. */
export function readDifficulty(model: PracticeModel, difficulty: unknown): DifficultyBeliefs {
  return difficulty === null
    ? firstBeliefs(model.difficulty)
    : fitting(model, difficultyBeliefsCodec.parse(difficulty));
}

export function writeBelieved({ learner, difficulty }: Beliefs): Believed {
  return {
    learner: learnerStateCodec.encode(learner),
    difficulty: difficultyBeliefsCodec.encode(difficulty),
  };
}

/** Beliefs about other features than this version has are of no use. */
function fitting(model: PracticeModel, beliefs: DifficultyBeliefs): DifficultyBeliefs {
  return beliefs.weights.mean.length === model.difficulty.weights.length
    ? beliefs
    : firstBeliefs(model.difficulty);
}
