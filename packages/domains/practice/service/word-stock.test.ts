/** Which wordings are put into stock, and which of them a learner is shown. */
import type { LanguageWriter } from '@praxis/core/language';
import { expect, test } from 'vitest';
import { draftedExercise } from '../data/drafted-exercise.ts';
import { hasUnworded, wordStock } from './word-stock.ts';
import { rewordingOf, type Wordings } from './wordings.ts';

const { signal } = new AbortController();
const journeys = [1, 2, 3].map((seed) => `stories/journey@1:${seed}`);
const en = 'suppose that [a] travels for [n2] at [n1]. tell how far [a] travels.';
const changed = 'suppose that [a] travels for [n2] at [n1]. tell how long the trip takes.';

function stockOf(ids: readonly string[]) {
  const kept = new Map<string, Wordings>();
  return {
    kept,
    unworded: async (templates: readonly string[], model: string, most: number) =>
      ids
        .filter((id) => templates.includes(id.split('@')[0] ?? '') && kept.get(id)?.model !== model)
        .slice(0, most),
    keepWordings: async (wordings: ReadonlyMap<string, Wordings>) => {
      for (const [id, wording] of wordings) kept.set(id, wording);
    },
  };
}

/** Writes one text after the other for whatever it is asked, in English; nothing readable in Chinese. */
function writing(...texts: string[]): LanguageWriter & { asked: number } {
  const writer = {
    asked: 0,
    describe: async () => ({ reword: { slots: true } }),
    write: async ({ beginnings }: { beginnings: readonly string[] }) => {
      const english = beginnings[0]?.startsWith('<en>');
      const text = english ? (texts[Math.min(writer.asked++, texts.length - 1)] ?? '') : '？';
      return beginnings.map(() => text);
    },
    close: async () => {},
  };
  return writer;
}

function made(id: string) {
  const exercise = draftedExercise(id);
  if (exercise === null) throw new Error(`${id} cannot be made`);
  return exercise;
}

test('every story gets its words once, in a language where they were refused none, and other exercises wait for none', async () => {
  const stock = stockOf([...journeys, 'whole-numbers/add@1:1']);
  expect(await hasUnworded(stock, 'small')).toBe(true);
  expect(await wordStock(stock, { model: 'small', writer: writing(en), signal })).toEqual({
    asked: 6,
    accepted: 3,
  });
  expect([...stock.kept.keys()]).toEqual(journeys);
  for (const id of journeys) {
    const wordings = stock.kept.get(id);
    expect(wordings).toMatchObject({ model: 'small', zh: null });
    expect(wordings?.en).toMatch(/^Suppose that .+ Tell how far .+ travels\.$/);
    expect(rewordingOf(wordings, made(id), 'en')).toBe(wordings?.en);
    expect(rewordingOf(wordings, made(id), 'zh')).toBeNull();
  }
  expect(await hasUnworded(stock, 'small')).toBe(false);
  expect(await hasUnworded(stock, 'large')).toBe(true);
});

test('what is refused is written again, and refused throughout it leaves the sentence of the grammar', async () => {
  const late = stockOf(journeys);
  const second = writing(changed, en);
  expect(await wordStock(late, { model: 'small', writer: second, signal })).toMatchObject({ accepted: 3 });
  expect(second.asked).toBe(2);
  const never = stockOf(journeys);
  expect(await wordStock(never, { model: 'small', writer: writing(changed), signal })).toMatchObject({
    accepted: 0,
  });
  expect([...never.kept.values()]).toEqual(journeys.map(() => ({ model: 'small', en: null, zh: null })));
});

test('a wording in stock that does not tell this exercise is not shown', async () => {
  const stock = stockOf(journeys);
  await wordStock(stock, { model: 'small', writer: writing(en), signal });
  const [first = '', ...others] = journeys;
  const wordings = stock.kept.get(first);
  const other = others.find((id) => made(id).draft.prompt.text.en !== made(first).draft.prompt.text.en) ?? '';
  expect(rewordingOf(wordings, made(other), 'en')).toBeNull();
  const number = (wordings?.en ?? '').replace(/\d+/, (digits) => String(Number(digits) + 1));
  expect(rewordingOf({ ...wordings, en: number }, made(first), 'en')).toBeNull();
  expect(rewordingOf({ en: wordings?.en }, made(first), 'en')).toBeNull();
  expect(rewordingOf(null, made(first), 'en')).toBeNull();
});
