/** Explains all trees of a model together. */
import type { TreePart } from '../learners/trees/ensemble.ts';
import { treeExplainer } from './tree-shap.ts';

/**
 * @returns a function from a raw row [features] to what the trees contribute to the model's log-odds, [features]
 */
export function explainTrees(
  parts: readonly TreePart[],
  features: number,
): (row: Float32Array) => Float64Array {
  const explainers = parts.map(({ factor, ensemble }) => ({ factor, explain: treeExplainer(ensemble) }));
  return (row) => {
    const sum = new Float64Array(features);
    for (const { factor, explain } of explainers) {
      const contributions = explain(row);
      for (let feature = 0; feature < features; feature++) sum[feature] += factor * contributions[feature];
    }
    return sum;
  };
}
