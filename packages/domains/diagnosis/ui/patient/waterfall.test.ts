import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OutcomeRisk } from '../../service/contract.ts';
import { printedPoints, sigmoid, waterfall } from './waterfall.ts';

type Risk = Extract<OutcomeRisk, { status: 'risk' }>;

function riskOf(baselineLogOdds: number, contributions: readonly number[], residual: number): Risk {
  const logOdds = contributions.reduce((sum, one) => sum + one, baselineLogOdds) + residual;
  const calibration = { slope: 0.9, intercept: -0.05 };
  const probability = sigmoid(calibration.intercept + calibration.slope * logOdds);
  return {
    status: 'risk',
    outcome: 'diabetes',
    probability,
    lower: probability,
    upper: probability,
    band: 'low',
    outOfFold: true,
    baselineLogOdds,
    logOdds,
    residual,
    calibration,
    contributions: contributions
      .map((one, index) => ({ feature: `feature${index}`, value: null, daysOld: null, logOdds: one }))
      .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds)),
    outsideRange: [],
    abstains: null,
  };
}

const anyRisk = fc
  .tuple(
    fc.double({ min: -5, max: 1, noNaN: true }),
    fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { maxLength: 25 }),
    fc.double({ min: -0.2, max: 0.2, noNaN: true }),
  )
  .map(([baseline, contributions, residual]) => riskOf(baseline, contributions, residual));

test('the steps hang together: each begins where the one before ended, the last ends at the risk', () => {
  fc.assert(
    fc.property(anyRisk, (risk) => {
      const { start, steps, end } = waterfall(risk);
      let level = start;
      for (const step of steps) {
        expect(step.from).toBe(level);
        level = step.to;
      }
      expect(level).toBe(end);
      expect(end).toBe(risk.probability);
    }),
  );
});

test('the points as printed add up exactly to the risks as printed', () => {
  fc.assert(
    fc.property(anyRisk, (risk) => {
      const { digits, start, end, points } = printedPoints(waterfall(risk));
      const parts = 10 ** digits;
      const sum = points.reduce((total, one) => total + Math.round(one * parts), Math.round(start * parts));
      expect(sum).toBe(Math.round(end * parts));
    }),
  );
});

test('what is small folds into one step that keeps its sum', () => {
  const { steps } = waterfall(riskOf(-2, [0.8, -0.5, 0.01, 0.02, -0.01], 0));
  expect(steps.map((step) => step.kind)).toEqual(['contribution', 'contribution', 'others', 'calibration']);
  const others = steps[2];
  expect(others?.kind === 'others' && others.count).toBe(3);
  expect(others?.to).toBeCloseTo(sigmoid(-2 + 0.8 - 0.5 + 0.02), 12);
});

test('a residual that is more than rounding gets its own step before calibration', () => {
  expect(waterfall(riskOf(-2, [0.8], 0.1)).steps.map((step) => step.kind)).toEqual([
    'contribution',
    'residual',
    'calibration',
  ]);
  expect(waterfall(riskOf(-2, [0.8], 1e-6)).steps.map((step) => step.kind)).toEqual([
    'contribution',
    'calibration',
  ]);
});

test('a picture that moves little is printed in tenths of a point', () => {
  const printed = printedPoints(waterfall(riskOf(-4, [0.3, -0.2], 0)));
  expect(printed.digits).toBe(1);
  expect(printed.start).toBe(1.8);
});
