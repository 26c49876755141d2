/** A story in the words of a language model on the learner's screen, in both languages, and who worded it. */
import { type Database, openDatabase, type PracticeStore, practiceStore, startEmbedded } from '@praxis/db';
import { skills, templatesOf, verifiedExercise } from '@praxis/practice';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { expectAccessible, openBrowser, picture, signIn, visit } from './visitor.ts';

let browser: Browser;
let database: Database;
let store: PracticeStore;
let learner: string;
/** The grammar's sentences, and another wording of them. */
let grammar: { readonly en: string; readonly zh: string };
let words: { readonly model: string; readonly en: string; readonly zh: string };
let exercise: { readonly id: string; readonly skill: string; readonly template: string };

function made(language: 'en' | 'zh') {
  const story = skills.flatMap(({ id }) => templatesOf(id)).find(({ id }) => id === 'stories/journey');
  const verified = story && verifiedExercise(story, 2, language);
  if (verified === undefined || 'code' in verified) throw new Error('The journey cannot be made.');
  return verified;
}

/** Puts an exercise with this wording in front of the learner, and what was open away. */
async function give(wordings: typeof words): Promise<void> {
  await leave();
  await store.addExercises([{ ...exercise, difficulty: 0, features: {} }]);
  await database.pool.query('delete from practice_turns where exercise = $1', [exercise.id]);
  await store.keepWordings(new Map([[exercise.id, wordings]]));
  const expected = { target: 0.7, success: 0.7, low: 0.5, high: 0.9, onTarget: true };
  await store.startTurn(learner, exercise.id, { kind: 'asked', skill: exercise.skill, ...expected });
}

async function leave(): Promise<void> {
  const open = await store.openTurn(learner);
  if (open !== null) await store.closeTurn(learner, open.id, 'left', (believed) => believed);
}

beforeAll(async () => {
  browser = await openBrowser();
  database = await openDatabase((await startEmbedded(inject('home'))).url);
  store = practiceStore(database);
  const [english, chinese] = [made('en'), made('zh')];
  exercise = { id: english.id, skill: english.skill, template: english.template };
  grammar = { en: english.prompt, zh: chinese.prompt };
  words = {
    model: 'a test',
    en: grammar.en.replace('how many kilometres', 'how far'),
    zh: `有一天，${grammar.zh}`,
  };
  expect(words.en).not.toBe(grammar.en);
  const { rows } = await database.pool.query(`select id from "user" where email = 'learner@demo.invalid'`);
  learner = z.array(z.object({ id: z.string() })).parse(rows)[0]?.id ?? '';
}, 60_000);
beforeEach(() => give(words));
afterAll(async () => {
  await leave();
  await database.close();
  await browser.close();
});

test.each([
  { locale: 'en-GB', language: 'en', why: 'Why this exercise now', by: 'learnt to write' },
  { locale: 'zh-CN', language: 'zh', why: '为什么现在做这道题', by: '语言模型' },
] as const)('a story is shown as the model worded it, and that is said ($language)', async (of) => {
  const { page, problems } = await visit(browser, { locale: of.locale });
  await signIn(page, 'learner');
  await page.getByText(words[of.language]).waitFor();
  await page.getByText(of.why).click();
  await page.getByText(of.by).waitFor();
  await picture(page, `practice-worded-${of.language}`);
  await expectAccessible(page);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('a wording that tells another problem is not shown', async () => {
  await give({ ...words, en: words.en.replace(/\d+/, '999') });
  const { page, problems } = await visit(browser);
  await signIn(page, 'learner');
  await page.getByText(grammar.en).waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});
