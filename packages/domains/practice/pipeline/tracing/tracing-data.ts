/** Three files of responses as the models read them: what is measured is measured on the training. */
import type { Learner, Responses } from '../../data/responses/read.ts';
import { type Difficulties, difficultiesOf } from '../../features/difficulty.ts';
import { type Scale, scaled, scaleOf } from '../../features/scale.ts';
import { type Sequences, sequencesOf, type Vocabulary, vocabularyOf } from '../../features/sequences.ts';
import { type TracingRows, type TracingSizes, tracingRows } from '../../features/tracing-rows.ts';
import type { TracingData, TracingPart } from './contract.ts';

export interface ResponseFiles {
  readonly training: Responses;
  readonly validation: Responses;
  readonly test: Responses;
}

/** Attempts of a file whose problem, or one of whose skills, training has not seen: they get what all have in common. */
export interface Unseen {
  readonly skills: readonly string[];
  readonly skillAttempts: number;
  readonly itemAttempts: number;
}

/** What the training was read by, and what everything after it is read by: the screens of the product too. */
export interface Reading {
  readonly vocabulary: Vocabulary;
  readonly difficulties: Difficulties;
  readonly scale: Scale;
}

const sizesOf = ({ items, skills }: Vocabulary): TracingSizes => ({
  items: items.size + 1,
  skills: skills.size + 1,
});

/** @param rows of the learners of whom `reading` was made; null for others, whose rows are made here */
function partOf(
  { vocabulary, difficulties, scale }: Reading,
  sequences: Sequences,
  rows: TracingRows | null,
): TracingPart {
  const own = rows ?? tracingRows(sequences, difficulties, sizesOf(vocabulary), false);
  const numbers = scaled(own.sequences.numbers, scale);
  return { sequences, rows: { ...own, sequences: { ...own.sequences, numbers } } };
}

/** Attempts of learners whom the training has not seen. */
export function readLearners(reading: Reading, learners: readonly Learner[]): TracingPart {
  return partOf(reading, sequencesOf(learners, reading.vocabulary), null);
}

export function readTraining(learners: readonly Learner[]): {
  readonly reading: Reading;
  readonly training: TracingPart;
} {
  const vocabulary = vocabularyOf(learners);
  const sequences = sequencesOf(learners, vocabulary);
  const difficulties = difficultiesOf(sequences, sizesOf(vocabulary));
  const rows = tracingRows(sequences, difficulties, sizesOf(vocabulary), true);
  const scale = scaleOf(rows.sequences.numbers, rows.sequences.numberColumns);
  const reading = { vocabulary, difficulties, scale };
  return { reading, training: partOf(reading, sequences, rows) };
}

export function tracingData(files: ResponseFiles): TracingData {
  const { reading, training } = readTraining(files.training.learners);
  return {
    sizes: sizesOf(reading.vocabulary),
    training,
    validation: readLearners(reading, files.validation.learners),
    test: readLearners(reading, files.test.learners),
  };
}

export function unseenIn({ learners }: Responses, training: Responses): Unseen {
  const known: Vocabulary = vocabularyOf(training.learners);
  const skills = new Set<string>();
  let [skillAttempts, itemAttempts] = [0, 0];
  for (const { attempts } of learners) {
    for (const { problem, skills: exercised } of attempts) {
      const strange = exercised.filter((skill) => !known.skills.has(skill));
      for (const skill of strange) skills.add(skill);
      if (strange.length > 0) skillAttempts++;
      if (problem !== null && !known.items.has(problem)) itemAttempts++;
    }
  }
  return { skills: [...skills], skillAttempts, itemAttempts };
}
