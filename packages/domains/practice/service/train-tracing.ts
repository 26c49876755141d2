/** Teaches the model of knowledge on simulated learners and on what this installation's learners did. */
import { setImmediate } from 'node:timers/promises';
import { fittedWorld, otherWorlds } from '../data/learners/world.ts';
import { firstBeliefs } from '../pipeline/difficulty/difficulty.ts';
import {
  type LearnerParts,
  type SecondOptions,
  type SecondTraining,
  type TaughtLearner,
  trainSecond,
} from '../pipeline/tracing/train-second.ts';
import { draftCandidates, practiceSkills } from './kernel.ts';
import type { PracticeModel } from './practice-model.ts';
import { replayed } from './replay.ts';
import { type SchoolAttempt, type SchoolSize, simulatedSchool } from './school.ts';
import { observedAttempts, type StoredAttempt } from './stored-attempt.ts';

/** Schools of every world for each part; templates are as difficult in none as in another. */
export interface SchoolPlan extends SchoolSize {
  readonly training: number;
  readonly validation: number;
  readonly test: number;
}

export const usualSchools: SchoolPlan = {
  ...{ learners: 20, attempts: 60 },
  ...{ training: 6, validation: 2, test: 4 },
};

const worlds = [fittedWorld, ...otherWorlds];
/** Drafts of each template to choose from. */
const drafts = 20;
/** Each part has seeds of its own, so that no school is in two. */
const firstSeed = { training: 1_000, validation: 2_000, test: 3_000 } as const;
const schoolsOfSeed = 10_000;
/** Of the installation's learners, in their order: three train, one validates, one tests. */
const ownParts = ['training', 'training', 'validation', 'training', 'test'] as const;

/** @throws the signal's reason */
export async function trainTracing(
  model: PracticeModel,
  attempts: readonly StoredAttempt[],
  plan: SchoolPlan,
  options: SecondOptions,
): Promise<SecondTraining> {
  const candidates = practiceSkills().flatMap((skill) => draftCandidates(skill, drafts, 1));
  const simulated = async (part: keyof typeof firstSeed): Promise<TaughtLearner[]> => {
    const learners: TaughtLearner[] = [];
    for (let school = 0; school < plan[part] * worlds.length; school++) {
      await setImmediate();
      options.signal.throwIfAborted();
      const world = worlds[school % worlds.length];
      const pupils = simulatedSchool(
        model,
        candidates,
        world,
        plan,
        schoolsOfSeed * options.seed + firstSeed[part] + school,
      );
      learners.push(...pupils.map(({ set, done }) => ({ simulated: true, set, attempts: done.map(taught) })));
    }
    return learners;
  };
  const own = ownLearners(model, attempts);
  const parts: LearnerParts = {
    training: [...(await simulated('training')), ...own.training],
    validation: [...(await simulated('validation')), ...own.validation],
    test: [...(await simulated('test')), ...own.test],
  };
  return trainSecond(parts, options);
}

const taught = ({ exercise, correct, expected }: SchoolAttempt) => ({
  problem: exercise.template,
  skills: [exercise.skill],
  right: correct,
  expected,
});

function ownLearners(
  model: PracticeModel,
  attempts: readonly StoredAttempt[],
): Record<keyof LearnerParts, TaughtLearner[]> {
  const observed = observedAttempts(attempts, new Set(model.skills.map(({ id }) => id)));
  const { expected } = replayed(model, observed, firstBeliefs(model.difficulty), new Map());
  const expectedOf = observed.map((attempt, place) => ({ ...attempt, expected: expected[place] }));
  const parts: Record<keyof LearnerParts, TaughtLearner[]> = { training: [], validation: [], test: [] };
  const learners = [...Map.groupBy(expectedOf, ({ learner }) => learner).values()];
  learners.forEach((own, place) => {
    parts[ownParts[place % ownParts.length]].push({
      simulated: false,
      set: false,
      attempts: own.map(taught),
    });
  });
  return parts;
}
