/**
 * How hard an exercise is, in logits: what its maker thinks, corrected by a weight for each feature and by a term of
 * its template's own (a linear logistic test model with random item effects: De Boeck and Wilson 2004, chapter 6).
 */
import { z } from 'zod';
import type { Candidate } from '../../data/candidate.ts';
import type { Direction, Gaussian } from './gaussian.ts';
import { along, corrected, momentsAlong } from './gaussian.ts';
import type { Moments } from './moments.ts';

export const difficultyModelSchema = z.strictObject({
  /** Features are brought to mean 0 and deviation 1 before they meet their weights; others are left aside. */
  features: z.array(z.strictObject({ name: z.string(), centre: z.number(), scale: z.number().positive() })),
  /** Mean of the weights, in logits: the first is the constant, then one a feature. */
  weights: z.array(z.number()).min(1),
  /** Covariance of the weights, row-major. */
  covariance: z.array(z.number()),
  /** How far templates lie from what their features say: a deviation in logits. */
  templateDeviation: z.number().positive(),
  guess: z.number().min(0).max(0.5),
  slip: z.number().min(0).max(0.5),
});
export type DifficultyModel = Readonly<z.infer<typeof difficultyModelSchema>>;

/**
 * What answers say of a template's own term, without what was believed before: as a normal likelihood with this
 * precision and this precision times mean. So the spread of templates can be learnt, and all beliefs follow it.
 */
export interface TemplateEvidence {
  readonly precision: number;
  readonly weightedMean: number;
}

/** When beliefs were last fitted to all answers at once. Milliseconds since 1970. */
interface FitMark {
  readonly at: number;
  /** When the newest answer that was fitted closed its exercise. */
  readonly through: number;
}

/** What is believed now, after all answers so far. */
export interface DifficultyBeliefs {
  readonly weights: Gaussian;
  /** Of templates' own terms, as learnt so far. */
  readonly templateVariance: number;
  /** One that is not here has had no answer. */
  readonly templates: ReadonlyMap<string, TemplateEvidence>;
  /** Null: corrected answer by answer from the start. */
  readonly fit: FitMark | null;
}

export function firstBeliefs({ weights, covariance, templateDeviation }: DifficultyModel): DifficultyBeliefs {
  return {
    weights: { mean: Float64Array.from(weights), covariance: Float64Array.from(covariance) },
    templateVariance: templateDeviation ** 2,
    templates: new Map(),
    fit: null,
  };
}

/** Where a candidate lies among the weights. A feature that it does not name has its mean. */
function featureDirection({ features }: DifficultyModel, candidate: Candidate): Direction {
  const direction = [{ index: 0, coefficient: 1 }];
  features.forEach(({ name, centre, scale }, place) => {
    const value = candidate.features[name];
    if (value !== undefined) direction.push({ index: place + 1, coefficient: (value - centre) / scale });
  });
  return direction;
}

function termOf(evidence: TemplateEvidence | undefined, templateVariance: number): Moments {
  if (evidence === undefined) return { mean: 0, variance: templateVariance };
  const variance = 1 / (1 / templateVariance + evidence.precision);
  return { mean: variance * evidence.weightedMean, variance };
}

/** What is believed of a candidate's difficulty, in logits. */
export function difficultyOf(
  model: DifficultyModel,
  beliefs: DifficultyBeliefs,
  candidate: Candidate,
): Moments {
  const weighted = momentsAlong(beliefs.weights, featureDirection(model, candidate));
  const term = termOf(beliefs.templates.get(candidate.template), beliefs.templateVariance);
  return {
    mean: candidate.difficulty + weighted.mean + term.mean,
    variance: weighted.variance + term.variance,
  };
}

/** Beliefs after the logit of success on `candidate` (ability minus difficulty) went from `before` to `after`. */
export function correctDifficulty(
  model: DifficultyModel,
  beliefs: DifficultyBeliefs,
  candidate: Candidate,
  before: Moments,
  after: Moments,
): DifficultyBeliefs {
  const weights = corrected(
    beliefs.weights,
    along(beliefs.weights, featureDirection(model, candidate)),
    before,
    after,
    -1,
  );
  const term = termOf(beliefs.templates.get(candidate.template), beliefs.templateVariance);
  const gain = term.variance / before.variance;
  const variance = term.variance - gain ** 2 * (before.variance - after.variance);
  const mean = term.mean - gain * (after.mean - before.mean);
  const templates = new Map(beliefs.templates).set(candidate.template, {
    // A surprise can leave more uncertainty than there was; evidence is not taken back for it.
    precision: Math.max(0, 1 / variance - 1 / beliefs.templateVariance),
    weightedMean: mean / variance,
  });
  return {
    ...beliefs,
    weights,
    templates,
    templateVariance: learntVariance(model, beliefs.templateVariance, templates),
  };
}

/** Templates' worth of what was believed of their spread before the first answer. */
export const priorTemplates = 10;

/** One step of expectation and maximisation towards the spread under which the templates' terms are likeliest. */
function learntVariance(
  { templateDeviation }: DifficultyModel,
  templateVariance: number,
  templates: ReadonlyMap<string, TemplateEvidence>,
): number {
  let sum = priorTemplates * templateDeviation ** 2;
  for (const evidence of templates.values()) {
    const { mean, variance } = termOf(evidence, templateVariance);
    sum += mean ** 2 + variance;
  }
  return sum / (priorTemplates + templates.size);
}
