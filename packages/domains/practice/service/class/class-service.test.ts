import { expect, test } from 'vitest';
import { draftedExercise } from '../../data/drafted-exercise.ts';
import { answerText } from '../../data/templates/answer.ts';
import { madeMember, memoryClassStore } from '../../testing/memory-class-store.ts';
import { draftCandidates, kernelModel } from '../kernel.ts';
import { createClassService } from './class-service.ts';
import type { MistakenAnswer } from './class-store.ts';

const model = kernelModel();
const now = new Date(Date.UTC(2026, 8, 20));
const service = (made: Parameters<typeof memoryClassStore>[0]) =>
  createClassService({ store: memoryClassStore(made), model, now: () => now, timeZone: 'UTC' });

test('of another teacher’s class nothing is told and nothing is done', async () => {
  const classes = service({ members: [madeMember('lin')] });
  const unknown = { ok: false, error: { code: 'unknownClass' } };
  expect(await classes.bySkill('otto', 1, 'en')).toEqual(unknown);
  expect(await classes.stuck('otto', 1, 'en')).toEqual(unknown);
  expect(await classes.misconceptions('otto', 1, 'en')).toEqual(unknown);
  expect(await classes.members('otto', 1)).toEqual(unknown);
  expect(await classes.addMember('otto', 1, 'lin@example.org')).toEqual(unknown);
  expect(await classes.removeMember('otto', 1, 'lin')).toEqual(unknown);
  expect(await classes.bySkill('tess', 2, 'en')).toEqual(unknown);
  const kept = await classes.members('tess', 1);
  expect(kept.ok && kept.value.learners.map(({ id }) => id)).toEqual(['lin']);
});

test('who cannot be taken in is named: nobody’s address, or a member’s', async () => {
  const classes = service({ members: [madeMember('lin')] });
  expect(await classes.addMember('tess', 1, 'nobody@example.org')).toEqual({
    ok: false,
    error: { code: 'unknownLearner', email: 'nobody@example.org' },
  });
  expect(await classes.addMember('tess', 1, 'lin@example.org')).toEqual({
    ok: false,
    error: { code: 'memberAlready', email: 'lin@example.org' },
  });
  expect(await classes.removeMember('tess', 1, 'mia')).toEqual({ ok: false, error: { code: 'noMember' } });
});

test('a learner who did nothing yet has a row like the others, in the words of the language', async () => {
  const shown = await service({ members: [madeMember('lin')] }).bySkill('tess', 1, 'zh');
  if (!shown.ok) throw new Error(shown.error.code);
  const { areas, learners } = shown.value;
  const skills = areas.flatMap((area) => area.skills);
  expect(skills.length).toBeGreaterThan(40);
  expect(skills.every(({ name }) => /\p{Script=Han}/u.test(name))).toBe(true);
  expect(learners[0]?.cells.map(({ skill }) => skill)).toEqual(skills.map(({ id }) => id));
  expect(new Set(learners[0]?.cells.map(({ state }) => state))).toEqual(new Set(['notMet']));
});

/** Wrong answers to exercises of adding fractions, each with the first misconception that the exercise knows. */
function mistaken(learners: readonly string[]): MistakenAnswer[] {
  const exercises = draftCandidates('fraction.add-subtract', 8, 3).map(({ id }) => id);
  return exercises.flatMap((exercise, place) => {
    const draft = draftedExercise(exercise)?.draft;
    const mistake = draft?.mistakes.find(({ misconception }) => misconception.id === known);
    return mistake === undefined
      ? []
      : [
          {
            ...{ learner: learners[place % learners.length] ?? '', exercise, misconception: known },
            ...{ skill: 'fraction.add-subtract', typed: answerText(mistake.answer).ascii, at: now },
          },
        ];
  });
}
const known = 'adds-numerators-and-denominators';

test('a misconception comes with its name, what the learner is told, and examples of several learners', async () => {
  const answers = mistaken(['lin', 'mia']);
  expect(answers.length).toBeGreaterThan(4);
  const shown = await service({
    members: ['lin', 'mia'].map((id) => madeMember(id)),
    answers,
  }).misconceptions(...(['tess', 1, 'en'] as const));
  if (!shown.ok) throw new Error(shown.error.code);
  const [first] = shown.value.misconceptions;
  expect(first).toMatchObject({
    ...{ id: known, name: 'Adds the numerators and the denominators', times: answers.length },
    skills: [{ id: 'fraction.add-subtract', name: 'Adding and subtracting fractions' }],
  });
  expect(first?.explanation).toContain('Parts of different size');
  expect(first?.examples).toHaveLength(4);
  expect(new Set(first?.examples.map(({ learner }) => learner.id))).toEqual(new Set(['lin', 'mia']));
  for (const { typed, prompt, answer } of first?.examples ?? []) {
    expect(typed).not.toBe('');
    expect([prompt, answer].every((text) => text.includes('$'))).toBe(true);
  }
});

test('an answer to an exercise that is no longer made still counts, without an example', async () => {
  const [answer] = mistaken(['lin']);
  if (answer === undefined) throw new Error('There is no answer.');
  const gone = { ...answer, exercise: 'fraction/gone@1:1' };
  const shown = await service({ members: [madeMember('lin')], answers: [gone] }).misconceptions(
    'tess',
    1,
    'en',
  );
  expect(shown.ok && shown.value.misconceptions).toMatchObject([
    { id: known, name: known, explanation: null, times: 1, examples: [] },
  ]);
});

test('who is stuck comes with the skill by name, the root and the last day', async () => {
  const turns = [0, 1, 2].map((place) => ({
    ...{ learner: 'lin', skill: 'quadratic.factoring', outcome: 'shown' as const, hintsShown: 0 },
    ...{ closedAt: new Date(now.getTime() - place * 60_000), verdicts: ['wrong'] },
  }));
  const shown = await service({ members: [madeMember('lin'), madeMember('mia')], turns }).stuck(
    'tess',
    1,
    'en',
  );
  if (!shown.ok) throw new Error(shown.error.code);
  const { stuck, learners } = shown.value;
  expect(learners).toBe(2);
  expect(stuck.map(({ id }) => id)).toEqual(['lin']);
  const [skill] = stuck[0]?.skills ?? [];
  expect(skill?.skill.name).toBe('Quadratic equations by factoring');
  expect(skill?.reasons).toEqual([
    { kind: 'wrongInARow', count: 3 },
    { kind: 'solutions', opened: 3, of: 3 },
  ]);
  expect(skill?.root?.path.at(-1)?.id).toBe('quadratic.factoring');
});
