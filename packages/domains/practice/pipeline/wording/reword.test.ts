/** What a language model writes is shown only where it reads back as the same problem. */
import type { LanguageWriter } from '@praxis/core/language';
import { expect, test } from 'vitest';
import { drawSlots, situationNamed, tell } from '../../data/stories/index.ts';
import type { Problem } from './problem.ts';
import { reword } from './reword.ts';

const situation = situationNamed('change');
const slots = {
  people: ['mia'],
  thing: 'pencil',
  item: null,
  asked: 'change',
  numbers: { count: 3, price: 4, paid: 20 },
};
const problem: Problem = { situation, slots, language: 'en', seed: 5 };
const grammar = tell(situation, slots, 'en', 5).text;

/** Writes what it is told, with slots as symbols or as a larger model does. */
function writing(
  text: string,
  task: Readonly<Record<string, unknown>>,
  asked: string[] = [],
): LanguageWriter {
  return {
    describe: async () => task,
    write: async ({ beginnings }) => {
      asked.push(...beginnings);
      return beginnings.map(() => text);
    },
    close: async () => {},
  };
}
const ours = { reword: { slots: true } };

test('a rewording with every slot in its place is shown, whichever wording the grammar has', async () => {
  const written =
    'one day, [a] picks out [n1] for [n2] each. [a] gives [n3] to the shopkeeper. tell how much change [a] gets.';
  const [worded] = await reword([problem], writing(written, ours), 1);
  expect(worded).toMatchObject({
    by: 'model',
    text: 'One day, Mia picks out 3 pencils for 4 dollars each. Mia gives 20 dollars to the shopkeeper. Tell how much change Mia gets.',
  });
});

test.each([
  ['swapped', 'one day, [a] buys [n1] at [n3] each. [a] pays with [n2]. how much change does [a] get?'],
  ['left out', 'one day, [a] buys [n1] at [n2] each. how much change does [a] get?'],
  [
    'of another story',
    'one day, [b] buys [n1] at [n2] each. [a] pays with [n3]. how much change does [a] get?',
  ],
  [
    'written out',
    'one day, [a] buys 2 pencils at [n2] each. [a] pays with [n3]. how much change does [a] get?',
  ],
  ['asked otherwise', 'one day, [a] buys [n1] at [n2] each. [a] pays with [n3]. how much does [a] pay?'],
  ['nonsense', 'pencil the [a] [n1] [n2] [n3] gets?'],
  ['nothing', ''],
])('where slots are %s, the sentence of the grammar stands', async (_, written) => {
  const [worded] = await reword([problem], writing(written, ours), 1);
  expect(worded).toMatchObject({ by: 'grammar', text: grammar });
});

test('a larger model is asked in words, and passes the same gate', async () => {
  const asked: string[] = [];
  const good =
    'Mia takes 3 pencils, and each one costs 4 dollars. Mia hands over 20 dollars. How much change does Mia get back?';
  const [worded] = await reword([problem], writing(`  ${good}\n`, {}, asked), 1);
  expect(worded).toMatchObject({ by: 'model', text: good });
  expect(asked[0]).toContain(grammar);
  const [changed] = await reword([problem], writing(good.replace('3 pencils', '3 pens'), {}), 1);
  expect(changed).toMatchObject({ by: 'grammar', text: grammar });
});

test('our model sees symbols, never a number or a name', async () => {
  const asked: string[] = [];
  const problems = Array.from({ length: 20 }, (_, seed) => ({
    ...problem,
    slots: drawSlots(situation, seed),
    seed,
  }));
  await reword(problems, writing('', ours, asked), 1);
  for (const beginning of asked)
    expect(beginning.replace(/\[n\d\]|<\w+:?\w*>/g, '')).not.toMatch(/\d|Mia|dollar/);
});
