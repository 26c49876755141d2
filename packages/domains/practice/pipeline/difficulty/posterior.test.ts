import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../data/candidate.ts';
import { smallDifficulty, smallSkills } from '../../testing/small-practice.ts';
import { logitOfSuccess, successProbability } from './answer-model.ts';
import { difficultyOf, firstBeliefs } from './difficulty.ts';
import { momentsAlong } from './gaussian.ts';
import { afterAnswer, expectation, normalBelow } from './moments.ts';
import { abilityDirection, afterDays, observeAnswer } from './observe.ts';
import { abilityPrior, usualAbility } from './skill-prior.ts';

const chances = { guess: 0.1, slip: 0.05 };
const exercise = (change: Partial<Candidate> = {}): Candidate => ({
  id: 'one',
  skill: 'multiplying',
  template: 'multiplying/0',
  difficulty: 0.3,
  features: { steps: 3 },
  ...change,
});
const still = { ...usualAbility, gainPerAttempt: 0, gainDeviation: 0 };

/** Mean and variance of `value` under a density on a fine grid of two numbers, by plain sums. */
function integrate(density: (a: number, b: number) => number, value: (a: number, b: number) => number) {
  const sums = [0, 0, 0];
  for (let a = -7; a <= 7; a += 0.05)
    for (let b = -7; b <= 7; b += 0.05) {
      const mass = density(a, b);
      const at = value(a, b);
      sums[0] += mass;
      sums[1] += mass * at;
      sums[2] += mass * at * at;
    }
  const mean = sums[1] / sums[0];
  return { mean, variance: sums[2] / sums[0] - mean * mean };
}

describe('the posterior after one answer', () => {
  test.each([
    { correct: true, evidence: 1 },
    { correct: false, evidence: 1 },
    { correct: true, evidence: 0.25 },
  ])('of the logit has the moments of numerical integration: %o', (answer) => {
    const prior = { mean: 0.4, variance: 1.7 };
    const after = afterAnswer(prior, answer, chances);
    const exact = integrate(
      (x, other) => {
        const success = successProbability(x, chances);
        const likelihood = (answer.correct ? success : 1 - success) ** answer.evidence;
        return Math.exp(-((x - prior.mean) ** 2) / 2 / prior.variance - other ** 2 / 2) * likelihood;
      },
      (x) => x,
    );
    // The grid ends at 7, five deviations away.
    expect(after.mean).toBeCloseTo(exact.mean, 4);
    expect(after.variance).toBeCloseTo(exact.variance, 3);
  });

  test.each([true, false])(
    'of ability and difficulty has the moments of numerical integration: right %s',
    (correct) => {
      const beliefs = firstBeliefs(smallDifficulty);
      const ability = abilityPrior(smallSkills, still);
      const given = exercise();
      const after = observeAnswer(smallDifficulty, still, beliefs, ability, 1, given, {
        correct,
        evidence: 1,
      });
      const before = momentsAlong(ability, abilityDirection(1));
      const difficulty = difficultyOf(smallDifficulty, beliefs, given);
      const density = (a: number, b: number) => {
        const success = successProbability(a - b, smallDifficulty);
        return (
          Math.exp(-((a - before.mean) ** 2) / 2 / before.variance) *
          Math.exp(-((b - difficulty.mean) ** 2) / 2 / difficulty.variance) *
          (correct ? success : 1 - success)
        );
      };
      const exactAbility = integrate(density, (a) => a);
      const exactDifficulty = integrate(density, (_, b) => b);
      const nextAbility = momentsAlong(after.ability, abilityDirection(1));
      const nextDifficulty = difficultyOf(smallDifficulty, after.beliefs, given);
      expect(nextAbility.mean).toBeCloseTo(exactAbility.mean, 3);
      expect(nextAbility.variance).toBeCloseTo(exactAbility.variance, 2);
      // The spread of templates is learnt at the same time, by one template of twelve.
      expect(Math.abs(nextDifficulty.mean - exactDifficulty.mean)).toBeLessThan(0.01);
      expect(Math.abs(nextDifficulty.variance - exactDifficulty.variance)).toBeLessThan(0.01);
    },
  );
});

describe('beliefs', () => {
  const step = fc.record({
    place: fc.nat({ max: 3 }),
    difficulty: fc.double({ min: -3, max: 3, noNaN: true }),
    template: fc.constantFrom('a', 'b', 'c'),
    correct: fc.boolean(),
    hints: fc.nat({ max: 3 }),
    days: fc.nat({ max: 90 }),
  });

  test('stay proper after any answers: symmetric, no direction with a negative variance, all finite', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let ability = abilityPrior(smallSkills, usualAbility);
        let beliefs = firstBeliefs(smallDifficulty);
        for (const { place, hints, days, correct, ...change } of steps) {
          const now = afterDays(ability, days, usualAbility);
          const answer = { correct, evidence: 0.5 ** hints };
          const given = exercise(change);
          ({ ability, beliefs } = observeAnswer(
            smallDifficulty,
            usualAbility,
            beliefs,
            now,
            place,
            given,
            answer,
          ));
        }
        const size = ability.mean.length;
        for (let row = 0; row < size; row++)
          for (let column = 0; column < size; column++) {
            const value = ability.covariance[row * size + column];
            expect(value).toBeCloseTo(ability.covariance[column * size + row], 9);
            for (const coefficient of [-1, 1, 3]) {
              const direction = [
                { index: row, coefficient: 1 },
                { index: column, coefficient },
              ];
              expect(momentsAlong(ability, direction).variance).toBeGreaterThan(-1e-9);
            }
          }
        expect(ability.mean.every(Number.isFinite)).toBe(true);
        for (const template of ['a', 'b', 'c'])
          expect(difficultyOf(smallDifficulty, beliefs, exercise({ template })).variance).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });

  test('a right answer raises ability and lowers difficulty, a wrong one the other way, each hint less so', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean(), (difficulty, correct) => {
        const beliefs = firstBeliefs(smallDifficulty);
        const ability = abilityPrior(smallSkills, still);
        const given = exercise({ difficulty });
        const moves = [1, 0.5, 0.25, 0].map((evidence) => {
          const after = observeAnswer(smallDifficulty, still, beliefs, ability, 1, given, {
            correct,
            evidence,
          });
          const sign = correct ? 1 : -1;
          return {
            ability: sign * (momentsAlong(after.ability, abilityDirection(1)).mean - 0),
            neighbour: sign * momentsAlong(after.ability, abilityDirection(2)).mean,
            easier:
              sign *
              (difficultyOf(smallDifficulty, beliefs, given).mean -
                difficultyOf(smallDifficulty, after.beliefs, given).mean),
          };
        });
        for (const key of ['ability', 'neighbour', 'easier'] as const) {
          const values = moves.map((move) => move[key]);
          for (let index = 1; index < values.length; index++)
            expect(values[index]).toBeLessThan(values[index - 1]);
          expect(values[3]).toBeCloseTo(0, 12);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('an answer says more of a skill, less of its neighbour, least of one that is far', () => {
    const ability = abilityPrior(smallSkills, still);
    const after = observeAnswer(
      smallDifficulty,
      still,
      firstBeliefs(smallDifficulty),
      ability,
      1,
      exercise(),
      {
        correct: true,
        evidence: 1,
      },
    ).ability;
    const mean = (place: number) => momentsAlong(after, abilityDirection(place)).mean;
    expect(mean(1)).toBeGreaterThan(mean(2));
    expect(mean(2)).toBeGreaterThan(mean(3));
    expect(mean(3)).toBeGreaterThan(0);
  });

  test('time makes an ability less certain and moves it nowhere', () => {
    const ability = abilityPrior(smallSkills, usualAbility);
    const later = afterDays(ability, 10, usualAbility);
    const before = momentsAlong(ability, abilityDirection(2));
    const after = momentsAlong(later, abilityDirection(2));
    expect(after.mean).toBe(before.mean);
    expect(after.variance).toBeCloseTo(before.variance + 10 * usualAbility.deviationPerDay ** 2, 12);
  });
});

test('probability and logit of success are each other’s inverse, and success rises with the logit', () => {
  fc.assert(
    fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (logit) => {
      expect(logitOfSuccess(successProbability(logit, chances), chances)).toBeCloseTo(logit, 6);
      expect(successProbability(logit + 0.1, chances)).toBeGreaterThan(successProbability(logit, chances));
    }),
  );
});

test('expectations under a normal distribution are exact to five digits', () => {
  const belief = { mean: 0.7, variance: 2.3 };
  expect(expectation(belief, (x) => x * x)).toBeCloseTo(belief.variance + belief.mean ** 2, 5);
  expect(expectation(belief, Math.exp)).toBeCloseTo(Math.exp(belief.mean + belief.variance / 2), 2);
  expect(normalBelow(1.6449)).toBeCloseTo(0.95, 5);
});
