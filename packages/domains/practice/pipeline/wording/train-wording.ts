/** Trains the product's own language model on the grammar's sentences and writes it as a folder. */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import {
  deviceReport,
  encoderOf,
  endSymbol,
  fileCheckpoint,
  trainLanguageModel,
  vocabularyOf,
  writeLanguageModel,
} from '@praxis/core';
import { lessonAt } from './corpus.ts';
import { controlSymbols, slotSymbols } from './symbols.ts';

export interface WordingTrainingOptions {
  /** Folder to write the model into. */
  readonly folder: string;
  readonly seed: number;
  readonly threads: number;
  /** Folder in which the training keeps its state until it is through, so that a killed one goes on; otherwise none. */
  readonly runs?: string;
  readonly signal: AbortSignal;
  /** `share` from 0 to 1, `loss` in nats a symbol. */
  readonly onProgress: (progress: { readonly share: number; readonly loss: number }) => void;
  /** For tests; otherwise what `wordingDefaults` says. */
  readonly settings?: Partial<WordingSettings>;
}

interface WordingSettings {
  readonly width: number;
  readonly heads: number;
  readonly blocks: number;
  readonly batch: number;
  readonly steps: number;
  readonly learningRate: number;
  readonly dropout: number;
}

const wordingDefaults: WordingSettings = {
  width: 80,
  heads: 4,
  blocks: 3,
  batch: 24,
  steps: 1000,
  learningRate: 4e-3,
  dropout: 0,
};

/** Longest beginning and rewording together; the grammar's longest are below. */
const length = 104;
/** Lessons whose words make the vocabulary: each wording occurs in many. */
const vocabularyLessons = 6000;

/** @throws the signal's reason; DivergedError where the loss is no longer finite */
export async function trainWording(options: WordingTrainingOptions): Promise<void> {
  const { folder, seed, threads, signal, onProgress } = options;
  const settings = { ...wordingDefaults, ...options.settings };
  const texts = Array.from({ length: vocabularyLessons }, (_, index) => lessonAt(index, seed).rewording);
  const vocabulary = vocabularyOf(texts, controlSymbols, slotSymbols);
  const encode = encoderOf(vocabulary);
  const end = vocabulary.symbols.indexOf(endSymbol);
  const architecture = {
    vocabulary: vocabulary.symbols.length,
    positions: length + 16,
    width: settings.width,
    heads: settings.heads,
    blocks: settings.blocks,
  };
  const state =
    options.runs === undefined
      ? null
      : path.join(
          options.runs,
          `wording-${keyOf({ settings, seed, vocabulary, software: deviceReport() })}.state`,
        );
  const weights = await trainLanguageModel({
    architecture,
    length,
    batch: settings.batch,
    steps: settings.steps,
    learningRate: settings.learningRate,
    dropout: settings.dropout,
    seed,
    threads,
    signal,
    checkpoint: state === null ? null : fileCheckpoint(state),
    onProgress,
    sequenceAt(index) {
      const { beginning, rewording } = lessonAt(index, seed);
      const given = encode(beginning);
      return { symbols: [...given, ...encode(rewording), end], given: given.length };
    },
  });
  await writeLanguageModel(folder, { architecture, weights, vocabulary, task: { reword: { slots: true } } });
  if (state !== null) await rm(state, { force: true });
}

/** A state goes on only in a training that would have come to the same. */
function keyOf(training: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(JSON.stringify(training)).digest('hex').slice(0, 32);
}
