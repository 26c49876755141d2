/** By which method a model's contributions are computed, and whether they are exact. */
import type { LearnerName, ModelCard } from '../registry/card.ts';

type ExplanationMethod = 'linear' | 'treeShap' | 'integratedGradients' | 'sampledShapley';

/** Of a blend, which is explained part by part, all methods that take part. */
export interface ExplanationStatement {
  readonly methods: readonly ExplanationMethod[];
  /**
   * true: baseline and contributions add up to the uncalibrated log-odds up to rounding. false: they are approximations;
   * what they leave over is each score's `residual`, or their standard errors where they were sampled.
   */
  readonly exact: boolean;
}

/** Blends are explained part by part; attention serves nowhere. */
const methodOf: Readonly<Partial<Record<LearnerName, ExplanationMethod>>> = {
  logisticRegression: 'linear',
  privateLogistic: 'linear',
  boostedTrees: 'treeShap',
  deepTabular: 'integratedGradients',
  distilled: 'integratedGradients',
  imported: 'sampledShapley',
};

const exactMethods: readonly ExplanationMethod[] = ['linear', 'treeShap'];

/** What `contributions` of the model with this card are. */
export function explanationOf({ parts }: Pick<ModelCard, 'parts'>): ExplanationStatement {
  const methods = new Set(parts.flatMap(({ learner }) => methodOf[learner] ?? []));
  return { methods: [...methods], exact: [...methods].every((method) => exactMethods.includes(method)) };
}
