import { expect, test } from 'vitest';
import { logOddsOf } from '../evaluate/recalibration.ts';
import { logisticDefaults, treesDefaults } from '../learners/defaults.ts';
import { createRandom } from '../random.ts';
import type { Candidate } from './candidates.ts';
import { type ChoiceFigure, choose, type OutOfFold, probabilitiesOf, recipeOf } from './select.ts';

/** 1,000 rows, a quarter of them events; scores whose noise decides how well they rank. */
const labels = Uint8Array.from({ length: 1000 }, (_, row) => (row % 4 === 0 ? 1 : 0));
const rows = Int32Array.from(labels.keys());
function scores(noise: number, seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from(labels, (label) => label + noise * random.normal());
}

const simpler: Candidate = { name: 'logisticRegression', parts: [logisticDefaults] };
const richer: Candidate = { name: 'boostedTrees', parts: [treesDefaults] };
const both: Candidate = { name: 'blend', parts: [logisticDefaults, treesDefaults] };
const outOfFold = (logistic: Float64Array, trees: Float64Array): OutOfFold =>
  new Map([
    ['logisticRegression' as const, logistic],
    ['boostedTrees' as const, trees],
  ]);
const chosen = (logistic: Float64Array, trees: Float64Array, candidates: readonly Candidate[]) => {
  const { recipe, why } = choose(candidates, labels, outOfFold(logistic, trees), rows);
  return { name: recipe.candidate.name, why };
};

test('the richer learner is taken where it ranks better beyond chance', () => {
  const found = chosen(scores(2, 1), scores(1, 2), [simpler, richer]);
  expect(found).toEqual({ name: 'boostedTrees', why: 'betterAuroc' });
});

test('the simpler one stays where they cannot be told apart, or the richer is worse', () => {
  const one = scores(1, 1);
  const alike = one.map((score, row) => score + 0.01 * Math.sin(row));
  const stays = { name: 'logisticRegression', why: 'notDistinguishableSimpler' };
  expect(chosen(one, alike, [simpler, richer])).toEqual(stays);
  expect(chosen(one, scores(2, 2), [simpler, richer])).toEqual(stays);
});

test('a blend of two that err apart is better than either, and is taken', () => {
  const found = chosen(scores(1.5, 1), scores(1.5, 2), [simpler, richer, both]);
  expect(found).toEqual({ name: 'blend', why: 'betterAuroc' });
});

test('a blend puts its parts on one scale: a learner with ten times too large log-odds does not outvote the other', () => {
  const [one, other] = [scores(1.5, 1), scores(1.5, 2)];
  const plain = recipeOf(both, labels, outOfFold(one, other), rows);
  const loud = recipeOf(
    both,
    labels,
    outOfFold(
      one,
      other.map((score) => 10 * score),
    ),
    rows,
  );
  const [quietly, loudly] = [
    probabilitiesOf(plain, outOfFold(one, other), rows),
    probabilitiesOf(
      loud,
      outOfFold(
        one,
        other.map((score) => 10 * score),
      ),
      rows,
    ),
  ];
  for (const row of [0, 1, 500, 999]) expect(loudly[row]).toBeCloseTo(quietly[row], 6);
});

test('a recipe is fitted on its rows alone', () => {
  const half = rows.filter((row) => row < 500);
  const one = scores(1, 3);
  const changed = one.map((score, row) => (row < 500 ? score : -score));
  const of = (logistic: Float64Array) => recipeOf(simpler, labels, outOfFold(logistic, logistic), half);
  expect(of(changed)).toEqual(of(one));
  const [probability] = probabilitiesOf(of(one), outOfFold(one, one), Int32Array.of(700));
  const { slope, intercept } = of(one).calibration;
  expect(logOddsOf(probability)).toBeCloseTo(intercept + slope * one[700], 6);
});

test('by average precision the one that finds rare events first is taken, though its AUROC is lower', () => {
  const random = createRandom(9);
  const rare = Uint8Array.from({ length: 4000 }, (_, row) => (row % 40 === 0 ? 1 : 0));
  const every = Int32Array.from(rare.keys());
  // One puts half of the events first and the others anywhere; the other all of them above most rows, and none first.
  const first = Float64Array.from(rare, (label) =>
    label === 1 && random.uniform() < 0.5 ? 6 + random.normal() : random.normal(),
  );
  const broad = Float64Array.from(rare, (label) => 1.6 * label + random.normal());
  const found = (chosenBy: ChoiceFigure) => {
    const { recipe, why } = choose([simpler, richer], rare, outOfFold(broad, first), every, { chosenBy });
    return { name: recipe.candidate.name, why };
  };
  expect(found('averagePrecision')).toEqual({ name: 'boostedTrees', why: 'betterAveragePrecision' });
  expect(found('auroc')).toEqual({ name: 'logisticRegression', why: 'notDistinguishableSimpler' });
});
