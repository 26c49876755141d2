/** Beliefs about one number: a normal distribution, what it expects, and what an answer makes of it. */
import { type Chances, successProbability } from './answer-model.ts';

export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

export interface Answer {
  readonly correct: boolean;
  /** 1: done alone; between: after hints; 0: the solution had been seen. */
  readonly evidence: number;
}

/**
 * Points of the trapezoidal rule in standard deviations. For smooth functions under a normal density it gains digits
 * exponentially with the step (Trefethen and Weideman 2014): with these a probability is exact to six digits.
 */
const step = 0.3;
const points = Array.from({ length: 37 }, (_, index) => (index - 18) * step);
const density = points.map((z) => Math.exp((-z * z) / 2));
const total = density.reduce((sum, value) => sum + value, 0);
const weights = density.map((value) => value / total);

/** Mean of `value` where its argument is distributed like `belief`. */
export function expectation({ mean, variance }: Moments, value: (argument: number) => number): number {
  const deviation = Math.sqrt(variance);
  let sum = 0;
  for (let index = 0; index < points.length; index++)
    sum += weights[index] * value(mean + deviation * points[index]);
  return sum;
}

/**
 * Mean and variance of the logit after an answer: the normal distribution nearest to the posterior (assumed density
 * filtering, Minka 2001). A hint tempers the likelihood: it says less, whichever way the answer went.
 */
export function afterAnswer(
  { mean, variance }: Moments,
  { correct, evidence }: Answer,
  chances: Chances,
): Moments {
  if (evidence === 0) return { mean, variance };
  const deviation = Math.sqrt(variance);
  let mass = 0;
  let first = 0;
  let second = 0;
  for (let index = 0; index < points.length; index++) {
    const success = successProbability(mean + deviation * points[index], chances);
    const likelihood = correct ? success : 1 - success;
    const share = weights[index] * (evidence === 1 ? likelihood : likelihood ** evidence);
    mass += share;
    first += share * points[index];
    second += share * points[index] ** 2;
  }
  const shift = first / mass;
  return { mean: mean + deviation * shift, variance: variance * (second / mass - shift * shift) };
}

/** Probability that a standard normal number is below z (Abramowitz and Stegun 26.2.17, error under 7.5e-8). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z > 0 ? 1 - tail : tail;
}
