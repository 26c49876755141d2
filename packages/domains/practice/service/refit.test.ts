import { createRandom } from '@praxis/core';
import { beforeEach, expect, test } from 'vitest';
import { difficultyBeliefsCodec } from '../pipeline/difficulty/beliefs-codec.ts';
import { type DifficultyBeliefs, difficultyOf, firstBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { linked } from '../pipeline/difficulty/refit.ts';
import { morning, smallExercises, smallModel } from '../testing/small-practice.ts';
import { recordAttempt } from './attempt.ts';
import { newLearner } from './learner-state.ts';
import { freshAnswersNeeded, type RefitStore, refitDifficulties } from './refit.ts';
import { observedAttempts, type StoredAttempt } from './stored-attempt.ts';

const hourMs = 3_600_000;
const exercises = smallExercises(1);
const skills = new Set(smallModel.skills.map(({ id }) => id));
const at = { dueSince: morning, now: () => morning + 500 * hourMs, signal: new AbortController().signal };
const someone = newLearner(smallModel.skills, smallModel.ability);

interface School {
  readonly rounds: number;
  /** Logits, of one of the 24 learners. */
  readonly ability: (learner: number, round: number) => number;
  /** Which templates a learner meets, by the last figure of their names. */
  readonly meets: (learner: number, round: number) => string;
  /** How far a template lies from what it seems, in logits. */
  readonly offset: (template: string, round: number) => number;
}

/** Templates that end with 0 are harder than they seem, the others easier. */
const offset = (template: string) => (template.endsWith('/0') ? 1.2 : -0.6);

function answers({ rounds, ability, meets, offset }: School): StoredAttempt[] {
  const random = createRandom(3);
  return Array.from({ length: rounds }, (_, round) =>
    Array.from({ length: 24 }, (_, learner): StoredAttempt => {
      const met = exercises.filter(({ template }) => meets(learner, round).includes(template.slice(-1)));
      const exercise = met[random.below(met.length)];
      const difficulty =
        exercise.difficulty + 0.5 * (exercise.features.steps - 2) + offset(exercise.template, round);
      const right = random.uniform() < 0.06 + 0.9 / (1 + Math.exp(difficulty - ability(learner, round)));
      return {
        learner: `${learner}`,
        exercise,
        hintsShown: 0,
        outcome: right ? 'right' : 'shown',
        closedAt: new Date(morning + round * hourMs + learner * 1000),
        answers: [{ verdict: right ? 'right' : 'wrong' }],
      };
    }),
  ).flat();
}

/**
 * At first who knows more meets the harder templates alone, so that answers one by one cannot tell the two apart; later
 * all meet all.
 */
const sorted: School = {
  rounds: 60,
  ability: (learner) => (learner % 2 === 0 ? 1.5 : -1.5),
  meets: (learner, round) => {
    if (round >= 30) return '012';
    return learner % 2 === 0 ? '0' : '12';
  },
  offset,
};

/** Beliefs as answers one by one make them. */
function corrected(attempts: readonly StoredAttempt[], from: DifficultyBeliefs): DifficultyBeliefs {
  let beliefs = from;
  for (const { learner: _, evidence: __, ...attempt } of observedAttempts(attempts, skills)) {
    const recorded = recordAttempt(smallModel, beliefs, someone, attempt);
    if (!recorded.ok) throw new Error(recorded.error.message);
    ({ beliefs } = recorded.value);
  }
  return beliefs;
}

let serving: unknown;
let meanwhile: readonly StoredAttempt[];
const read = () => difficultyBeliefsCodec.parse(serving);

function storeOf(attempts: readonly StoredAttempt[]): RefitStore {
  return {
    async answered() {
      const difficulty = serving;
      return { attempts, difficulty };
    },
    async replaceDifficulty(next) {
      serving = next(difficultyBeliefsCodec.encode(corrected(meanwhile, read())));
    },
  };
}

beforeEach(() => {
  serving = difficultyBeliefsCodec.encode(firstBeliefs(smallModel.difficulty));
  meanwhile = [];
});

const termOf = (template: string, beliefs: DifficultyBeliefs) => {
  const exercise = { ...exercises[0], template, difficulty: 0, features: {} };
  return difficultyOf(smallModel.difficulty, beliefs, exercise).mean;
};

/** How far the harder templates lie from the easier ones. */
function apart(beliefs: DifficultyBeliefs): number {
  const differences = [...skills].map(
    (skill) => termOf(`${skill}/0`, beliefs) - termOf(`${skill}/1`, beliefs),
  );
  return differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
}

test('few new answers are told and change nothing', async () => {
  const before = serving;
  const refit = await refitDifficulties(storeOf(answers({ ...sorted, rounds: 4 })), smallModel, at);
  expect(refit).toEqual({ kind: 'tooFew', answers: 96, fresh: 96, needed: freshAnswersNeeded });
  expect(serving).toBe(before);
});

test('what learners found harder than it seems is taken for harder, newest answers are foretold no worse, and it is told once', async () => {
  const attempts = answers(sorted);
  const refit = await refitDifficulties(storeOf(attempts), smallModel, at);
  if (refit.kind !== 'replaced') throw new Error(refit.kind);
  expect(refit).toMatchObject({ answers: 1440, held: 288 });
  expect(refit.after).toBeLessThanOrEqual(refit.before);
  const oneByOne = corrected(attempts, firstBeliefs(smallModel.difficulty));
  // The truth is 1.8; what learners are believed to know holds both back.
  expect(apart(oneByOne)).toBeLessThan(apart(read()));
  expect(apart(read())).toBeLessThan(1.8);
  expect(read().fit).toEqual({ at: at.now(), through: attempts.at(-1)?.closedAt.getTime() });
  expect(await refitDifficulties(storeOf(attempts), smallModel, at)).toEqual({ kind: 'notDue' });
  const nextNight = { ...at, dueSince: at.now() + 1 };
  expect(await refitDifficulties(storeOf(attempts), smallModel, nextNight)).toMatchObject({
    kind: 'tooFew',
    fresh: 0,
  });
});

test('answers given while the fit ran are in what serves afterwards', async () => {
  const attempts = answers(sorted);
  await refitDifficulties(storeOf(attempts), smallModel, at);
  const alone = read();
  serving = difficultyBeliefsCodec.encode(firstBeliefs(smallModel.difficulty));
  const wrong = attempts.filter(
    ({ exercise, outcome }) => exercise.template === 'adding/2' && outcome === 'shown',
  );
  meanwhile = wrong.slice(0, 10);
  expect(meanwhile).toHaveLength(10);
  await refitDifficulties(storeOf(attempts), smallModel, at);
  expect(termOf('adding/2', read())).toBeGreaterThan(termOf('adding/2', alone) + 0.1);
  expect(read().templates.get('adding/2')?.precision).toBeGreaterThan(
    alone.templates.get('adding/2')?.precision ?? Number.NaN,
  );
  expect(read().templates.get('reading/0')).toEqual(alone.templates.get('reading/0'));
});

test('beliefs that foretell the newest answers worse never serve', async () => {
  const before = serving;
  // What was hard became easy: whoever found out best what was is farthest off now.
  const turned = answers({
    ...sorted,
    offset: (template, round) => (round < 48 ? 1 : -1) * offset(template),
  });
  expect(await refitDifficulties(storeOf(turned), smallModel, at)).toMatchObject({ kind: 'worse' });
  expect(serving).toBe(before);
});

test('a fit that another one overtook is left out', async () => {
  const attempts = answers(sorted);
  const store = storeOf(attempts);
  const overtaken: RefitStore = {
    answered: store.answered,
    async replaceDifficulty(next) {
      await refitDifficulties(store, smallModel, { ...at, now: () => morning });
      await store.replaceDifficulty(next);
    },
  };
  expect(await refitDifficulties(overtaken, smallModel, at)).toMatchObject({ kind: 'overtaken' });
  expect(read().fit?.at).toBe(morning);
});

test('linking keeps the mean difficulty of the exercises that were answered', () => {
  const { difficulty } = smallModel;
  const present = corrected(answers({ ...sorted, rounds: 10 }), firstBeliefs(difficulty));
  const { fit: _, ...other } = firstBeliefs({ ...difficulty, weights: [1.5, 0.2] });
  const next = linked(difficulty, other, present, exercises);
  const mean = (beliefs: DifficultyBeliefs) =>
    exercises.reduce((sum, exercise) => sum + difficultyOf(difficulty, beliefs, exercise).mean, 0) /
    exercises.length;
  expect(mean(next)).toBeCloseTo(mean(present), 9);
  expect(next.weights.mean[1]).toBe(0.2);
});
