/** Three files of responses as the models read them: what is measured is measured on the training. */
import type { Responses } from '../../data/responses/read.ts';
import { difficultiesOf } from '../../features/difficulty.ts';
import { scaled, scaleOf } from '../../features/scale.ts';
import { type Sequences, sequencesOf, type Vocabulary, vocabularyOf } from '../../features/sequences.ts';
import { type TracingRows, tracingRows } from '../../features/tracing-rows.ts';
import type { TracingData } from './contract.ts';

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

export function tracingData(files: ResponseFiles): TracingData {
  const vocabulary = vocabularyOf(files.training.learners);
  const sizes = { items: vocabulary.items.size + 1, skills: vocabulary.skills.size + 1 };
  const sequences = sequencesOf(files.training.learners, vocabulary);
  const difficulties = difficultiesOf(sequences, sizes);
  const trainingRows = tracingRows(sequences, difficulties, sizes, true);
  const scale = scaleOf(trainingRows.sequences.numbers, trainingRows.sequences.numberColumns);
  const part = (own: Sequences, rows: TracingRows) => ({
    sequences: own,
    rows: { ...rows, sequences: { ...rows.sequences, numbers: scaled(rows.sequences.numbers, scale) } },
  });
  const other = ({ learners }: Responses) => {
    const own = sequencesOf(learners, vocabulary);
    return part(own, tracingRows(own, difficulties, sizes, false));
  };
  return {
    sizes,
    training: part(sequences, trainingRows),
    validation: other(files.validation),
    test: other(files.test),
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
