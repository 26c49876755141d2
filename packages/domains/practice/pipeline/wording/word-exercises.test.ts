/** An exercise that tells a story may get another wording; all else of it, and every other exercise, stays. */
import type { LanguageWriter } from '@praxis/core/language';
import { expect, test } from 'vitest';
import type { Exercise } from '../../data/exercise.ts';
import { generate } from '../../data/generate.ts';
import { readStory } from '../../data/stories/index.ts';
import { wordExercises } from './word-exercises.ts';

function exercisesOf(template: RegExp): Exercise {
  for (const made of generate({
    skill: 'whole.multiply',
    ability: 0,
    success: 0.7,
    seed: 1,
    language: 'en',
  })) {
    if ('exercise' in made && template.test(made.exercise.template)) return made.exercise;
  }
  throw new Error('generation does not end');
}

/** Asks in words of its own, for the truth and for something else. */
const writing = (written: string): LanguageWriter => ({
  describe: async () => ({ reword: { slots: true } }),
  write: async ({ beginnings }) => beginnings.map(() => written),
  close: async () => {},
});

test('a story is reworded from its certificate, and only its prompt changes', async () => {
  const story = exercisesOf(/^stories\/journey$/);
  const other = exercisesOf(/^whole/);
  const good = writing('suppose that [a] travels for [n2] at [n1]. tell how far [a] travels.');
  const [worded, same] = await wordExercises([story, other], 'en', good);
  expect(worded?.prompt).toMatch(
    /^Suppose that .+ travels for .+ hours at \d+ km per hour\. Tell how far .+ travels\.$/,
  );
  expect(readStory(worded?.prompt ?? '', 'en')).toEqual(readStory(story.prompt, 'en'));
  expect({ ...worded, prompt: story.prompt, promptLatex: story.promptLatex }).toEqual(story);
  expect(same).toEqual(other);
});

test('a rewording with another meaning leaves the exercise as it is', async () => {
  const story = exercisesOf(/^stories\/journey$/);
  const changed = writing('[a] travels for [n2] at [n1]. how many hours does the trip take?');
  expect(await wordExercises([story], 'en', changed)).toEqual([story]);
});
