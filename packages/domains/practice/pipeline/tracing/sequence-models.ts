/** The recurrent model of knowledge, after DKT (Piech and others 2015), and the attention model, after SAKT and simpleKT. */
import { fitSequences, predictSequences, type SequenceSettings } from '@praxis/core';
import type { Tracer } from './contract.ts';

/**
 * Both read, before each attempt, its skills and how hard its problem is (the Rasch-like difficulty of Liu and others 2023),
 * the attempt before with its answer, and the history's numbers. Widths, rates and epochs were chosen on the validation part
 * of ASSISTments 2009.
 */
export const recurrentSettings: SequenceSettings = {
  kind: 'recurrent',
  hidden: 64,
  embedding: 32,
  dropout: 0.2,
  times: 50,
  streams: 64,
  learningRate: 4e-3,
  weightDecay: 0.03,
  mostEpochs: 12,
  patience: 4,
};

export const attentionSettings: SequenceSettings = {
  ...recurrentSettings,
  kind: 'attention',
  times: 64,
  streams: 32,
  learningRate: 3e-3,
  mostEpochs: 10,
};

export const sequenceTracer =
  (settings: SequenceSettings): Tracer =>
  async ({ training, validation, test }, { seed, threads, signal, onShare }) => {
    const began = performance.now();
    const fitted = await fitSequences(training.rows.sequences, validation.rows.sequences, settings, {
      seed,
      threads,
      signal,
      onEpoch: ({ share }) => onShare(share),
    });
    const trainSeconds = (performance.now() - began) / 1000;
    const options = { samples: 0, seed, threads, signal };
    return {
      validation: (await predictSequences(fitted, validation.rows.sequences, options)).logOdds,
      test: (await predictSequences(fitted, test.rows.sequences, options)).logOdds,
      trainSeconds,
      interactionsPerSecond: fitted.trained.steps / fitted.trained.seconds,
    };
  };
