import { expect, test } from 'vitest';
import { deepDefaults, logisticDefaults, treesDefaults } from '../../learners/defaults.ts';
import { createRandom } from '../../random.ts';
import { drawSettings, onTrial } from './space.ts';

const draws = 300;

test('trees are drawn within their bounds, whole where they count something, and the rest stays as it was', () => {
  const start = { ...treesDefaults, leaves: 6, bins: 17 };
  for (let seed = 0; seed < draws; seed++) {
    const drawn = drawSettings(start, createRandom(seed));
    if (drawn.name !== 'boostedTrees') throw new Error('another learner');
    const { leaves, learningRate, minRows, lambda, featureFraction, ...rest } = drawn;
    expect(Number.isInteger(leaves) && Number.isInteger(minRows)).toBe(true);
    expect(Number(leaves)).toBeGreaterThanOrEqual(3);
    expect(Number(leaves)).toBeLessThanOrEqual(31);
    expect(minRows).toBeGreaterThanOrEqual(5);
    expect(minRows).toBeLessThanOrEqual(100);
    expect(Math.abs(Math.log(learningRate / Math.sqrt(0.03 * 0.2)))).toBeLessThan(Math.log(0.2 / 0.03) / 2);
    expect(lambda).toBeGreaterThanOrEqual(1);
    expect(lambda).toBeLessThanOrEqual(30);
    expect(featureFraction).toBeGreaterThanOrEqual(0.2);
    expect(featureFraction).toBeLessThanOrEqual(1);
    expect({ ...start, leaves, learningRate, minRows, lambda, featureFraction }).toEqual(drawn);
    expect(rest.bins).toBe(17);
  }
});

test('a penalty is as likely to be below the geometric mean of its bounds as above', () => {
  const below = Array.from({ length: draws }, (_, seed) =>
    drawSettings(logisticDefaults, createRandom(seed)),
  ).filter((drawn) => drawn.name === 'logisticRegression' && Number(drawn.penalty) < Math.sqrt(0.1 * 300));
  // 300 fair draws lie within 150 ± 35 but for one time in 20,000.
  expect(Math.abs(below.length - draws / 2)).toBeLessThan(35);
});

test('on trial, a fit has no refits and few members', () => {
  expect(onTrial(logisticDefaults)).toEqual({ ...logisticDefaults, replicates: 0 });
  expect(onTrial(treesDefaults)).toEqual({ ...treesDefaults, members: 4 });
  expect(onTrial({ ...deepDefaults, members: 2 })).toEqual({ ...deepDefaults, members: 2 });
});
