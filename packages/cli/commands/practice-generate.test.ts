import { exerciseSchema } from '@praxis/practice';
import { expect, test, vi } from 'vitest';
import { practiceGenerate } from './practice-generate.ts';
import { practiceSkills } from './practice-skills.ts';

const usage = 'practice generate --skill ID';

async function printed(run: () => Promise<number>): Promise<{ out: string; said: string; code: number }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  try {
    const code = await run();
    const text = (spy: typeof out) => spy.mock.calls.map((line) => line.join(' ')).join('\n');
    return { out: text(out), said: text(said), code };
  } finally {
    out.mockRestore();
    said.mockRestore();
  }
}

const generate = (options: Record<string, unknown>) =>
  printed(() => practiceGenerate({ options, words: [], usage }));

test('prints as many exercises as asked, each of the published shape, the same for the same seed', async () => {
  const options = { skill: 'fraction.add-subtract', count: '3', seed: '4', language: 'zh', json: true };
  const { out, code } = await generate(options);
  const exercises = exerciseSchema.array().parse(JSON.parse(out));
  expect(code).toBe(0);
  expect(exercises).toHaveLength(3);
  expect(exercises.every(({ skill }) => skill === options.skill)).toBe(true);
  expect((await generate(options)).out).toBe(out);
});

test('an unknown skill and a wrong option are named', async () => {
  await expect(generate({ skill: 'cooking' })).rejects.toMatchObject({
    message: expect.stringContaining('cooking'),
  });
  await expect(generate({})).rejects.toMatchObject({ message: '--skill is missing.' });
  const skill = 'whole.multiply';
  await expect(generate({ skill, success: '1.5' })).rejects.toMatchObject({
    message: expect.stringContaining('--success'),
  });
  await expect(generate({ skill, language: 'fr' })).rejects.toMatchObject({
    message: expect.stringContaining('--language'),
  });
  await expect(generate({ skill, count: '0' })).rejects.toMatchObject({
    message: expect.stringContaining('--count'),
  });
});

test('says on standard error where no exercise is as hard as asked', async () => {
  const { out, said } = await generate({ skill: 'whole.divide', success: '.98', json: true });
  expect(JSON.parse(out)).toHaveLength(1);
  expect(said).toContain('whole.divide');
});

test('lists the skills with their prerequisites and templates', async () => {
  const { out } = await printed(() => practiceSkills({ options: { json: true }, words: [], usage }));
  const rows: unknown = JSON.parse(out);
  expect(rows).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        id: 'whole.multiply',
        prerequisites: ['whole.add-subtract'],
        templates: expect.arrayContaining(['whole-numbers/multiply']),
      }),
    ]),
  );
});
