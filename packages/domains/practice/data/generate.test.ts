import { expect, test } from 'vitest';
import { exerciseSchema } from './exercise.ts';
import { type Generated, generate, verifiedExercise, type Wish } from './generate.ts';
import { templates } from './templates/registry.ts';

const wish: Wish = { skill: 'whole.factors', success: 0.7, ability: 0, seed: 1, language: 'en' };

function take(count: number, of: Wish): Generated[] {
  const made: Generated[] = [];
  for (const result of generate(of)) {
    if ('code' in result) throw new Error(result.message);
    made.push(result);
    if (made.length === count) break;
  }
  return made;
}

test('no exercise comes back within 50', () => {
  const forms = take(60, wish).map(({ canonical }) => canonical);
  forms.forEach((form, place) => {
    expect(forms.slice(Math.max(0, place - 50), place)).not.toContain(form);
  });
});

test('the same wish gives the same exercises, another seed gives others', () => {
  const ids = (of: Wish) => take(5, of).map(({ exercise }) => exercise.id);
  expect(ids(wish)).toEqual(ids(wish));
  expect(ids(wish)).not.toEqual(ids({ ...wish, seed: 2 }));
});

test('the language changes the words and nothing else', () => {
  const [english] = take(1, wish);
  const [chinese] = take(1, { ...wish, language: 'zh' });
  expect(chinese?.exercise.task).toEqual(english?.exercise.task);
  expect(chinese?.exercise.prompt).toMatch(/\p{Script=Han}/u);
  expect(english?.exercise.prompt).not.toMatch(/\p{Script=Han}/u);
});

test('an id alone makes the same exercise again', () => {
  const [made] = take(1, wish);
  const [, name, seed] = /^(.+)@\d+:(\d+)$/.exec(made?.exercise.id ?? '') ?? [];
  const template = templates.find(({ id }) => id === name);
  expect(template && verifiedExercise(template, Number(seed), 'en')).toEqual(made?.exercise);
});

test('whoever asks for more success gets easier exercises', () => {
  const mean = (success: number) =>
    take(10, { ...wish, skill: 'integer.add-subtract', success }).reduce(
      (sum, { exercise }) => sum + exercise.difficulty,
      0,
    );
  expect(mean(0.85)).toBeLessThan(mean(0.6));
});

test('what cannot be made as hard as asked is the nearest, and says so', () => {
  const [made] = take(1, { ...wish, success: 0.98 });
  expect(made?.asAsked).toBe(false);
  expect(made?.expected).toBeLessThan(0.98);
});

test('an exercise has the shape that is published', () => {
  for (const { exercise } of take(3, wish)) expect(exerciseSchema.parse(exercise)).toEqual(exercise);
});
