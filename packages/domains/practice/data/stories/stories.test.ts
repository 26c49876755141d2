/** Stories read back as they were told, in both languages, and what says something else does not. */
import { expect, test } from 'vitest';
import { readStory, sameSlots } from './read/read.ts';
import { situations } from './situations/index.ts';
import { type Situation, type Slots, type StoryLanguage, storyLanguages } from './story.ts';
import { drawSlots, situationNamed, tell } from './tell.ts';
import { tellingsOf } from './tellings.ts';

const seeds = Array.from({ length: 60 }, (_, seed) => seed);
const each = situations.flatMap((situation) =>
  storyLanguages.map((language) => ({ id: situation.id, situation, language })),
);

function isSame(situation: Situation, slots: Slots, language: StoryLanguage, text: string): boolean {
  const reading = readStory(text, language);
  return reading?.situation === situation.id && sameSlots(reading.slots, slots);
}

test.each(each)('$id in $language reads back as it was told', ({ situation, language }) => {
  for (const seed of seeds) {
    const slots = drawSlots(situation, seed);
    const { text } = tell(situation, slots, language, seed);
    expect(readStory(text, language), text).toMatchObject({ situation: situation.id, slots });
    expect(tellingsOf(situation, slots, language).test(text), text).toBe(true);
  }
});

test.each(each)('$id in $language has several wordings, and its slots stand where the spans say', (one) => {
  const { situation, language } = one;
  const slots = drawSlots(situation, 7);
  const texts = new Set<string>();
  for (const seed of seeds) {
    const { text, spans, wording } = tell(situation, slots, language, seed);
    texts.add(text);
    // Cut out from the back, the slots leave the wording.
    const cut = spans.toReversed().reduce((rest, { role, start, end }) => {
      return `${rest.slice(0, start)}{${role}}${rest.slice(end)}`;
    }, text);
    expect(cut.toLowerCase()).toBe(wording.toLowerCase());
  }
  expect(texts.size).toBeGreaterThan(8);
});

test('a swapped number, person, direction or question is another problem', () => {
  const giving = {
    people: ['mia', 'leo'],
    thing: 'apple',
    item: null,
    asked: 'giver',
    numbers: { start: 9, other: 4, given: 3 },
  };
  const reads = (text: string, language: StoryLanguage) =>
    isSame(situationNamed('giving'), giving, language, text);
  const truth =
    'Mia has 9 apples and Leo has 4 apples. Leo gets 3 apples from Mia. How many apples does Mia have now?';
  expect(reads(truth, 'en')).toBe(true);
  expect(reads(truth.replace('9', '4').replace('Leo has 4', 'Leo has 9'), 'en')).toBe(false);
  expect(reads(truth.replace('gets', 'gives').replace('from', 'to'), 'en')).toBe(false);
  expect(reads(truth.replace('does Mia', 'does Leo'), 'en')).toBe(false);
  expect(reads(truth.replace('3 apples', '3 pencils'), 'en')).toBe(false);
  expect(reads(truth.replace('Leo gets', 'Leo never gets'), 'en')).toBe(false);
  expect(reads(truth.replace(' Leo gets 3 apples from Mia.', ''), 'en')).toBe(false);
  const zh = '小美有9个苹果，乐乐有4个苹果。小美给了乐乐3个苹果。现在小美有多少个苹果？';
  expect(reads(zh, 'zh')).toBe(true);
  expect(reads(zh.replace('小美给了乐乐', '乐乐给了小美'), 'zh')).toBe(false);
  expect(reads(zh.replace('现在小美', '现在乐乐'), 'zh')).toBe(false);

  const cooling = situationNamed('cooling');
  const cold = { people: [], thing: null, item: null, asked: 'evening', numbers: { start: -2, change: 5 } };
  const text =
    'In the morning it is -2 °C. By evening it gets five degrees colder. What is the temperature in the evening?';
  expect(isSame(cooling, cold, 'en', text)).toBe(true);
  expect(isSame(cooling, cold, 'en', text.replace('colder', 'warmer'))).toBe(false);
  expect(isSame(cooling, cold, 'en', text.replace('-2', '2'))).toBe(false);
});

test('amounts agree with their numbers: one hour, two hours', () => {
  const work = situationNamed('work');
  const slots = {
    people: ['mia', 'leo'],
    thing: null,
    item: null,
    asked: 'together',
    numbers: { first: 1, second: 2 },
  };
  const { text } = tell(work, slots, 'en', 3);
  expect(text).toMatch(/\b1 hour\b(?!s)/);
  expect(text).toMatch(/\b(2|two) hours\b/);
});

test('every problem has the answer that its numbers were drawn from: whole, or an easy fraction', () => {
  for (const situation of situations) {
    for (const seed of seeds) {
      const { numbers, asked } = drawSlots(situation, seed);
      const task = situation.task(numbers, asked);
      expect(JSON.stringify(task)).not.toMatch(/NaN|undefined/);
      if (task.kind === 'system') {
        const [first = [], second = []] = task.equation
          .split(', ')
          .map((side) => (side.match(/\d+/g) ?? []).map(Number));
        const [a = 1, b = 1] = situation.id === 'ages' ? [1, -1] : first;
        const [c = 1, d = 1] = situation.id === 'ages' ? [1, 1] : second;
        expect(a * d - b * c, `${situation.id} ${task.equation}`).not.toBe(0);
      }
    }
  }
});
