/**
 * Logistic regression on problems, skills and counts of right and wrong answers: Best-LR (Gervet and others 2020), which
 * DAS3H (Choffin and others 2019) without its windows of time resembles, with lately right answers and abilities beside them.
 */
import { fitSparseLogistic, sparseLogOdds } from '@praxis/core';
import { countPenalties } from '../../features/tracing-rows.ts';
import type { Tracer } from './contract.ts';

export const traceByCounts: Tracer = async ({ sizes, training, validation, test }, { signal, onShare }) => {
  const began = performance.now();
  const labels = training.sequences.right;
  let iterations = 0;
  const fitted = await fitSparseLogistic(
    { rows: training.rows.counts, labels, penalties: countPenalties(sizes) },
    {
      signal,
      onIteration: (iteration, _, share) => {
        iterations = iteration;
        onShare(share);
      },
    },
  );
  const trainSeconds = (performance.now() - began) / 1000;
  return {
    validation: sparseLogOdds(validation.rows.counts, fitted),
    test: sparseLogOdds(test.rows.counts, fitted),
    trainSeconds,
    interactionsPerSecond: (iterations * labels.length) / trainSeconds,
  };
};
