import { beforeEach, expect, test } from 'vitest';
import { assumedDifficulty } from '../data/difficulty.ts';
import { draftedExercise } from '../data/drafted-exercise.ts';
import { answerText } from '../data/templates/answer.ts';
import { featuresOf } from '../data/templates/features.ts';
import { templates } from '../data/templates/registry.ts';
import type { TracingModel } from '../pipeline/tracing/tracing-artifact.ts';
import { type MemoryStore, memoryStore } from '../testing/memory-store.ts';
import { readBelieved } from './believed.ts';
import { kernelModel } from './kernel.ts';
import { createPracticeService } from './practice.ts';
import type { Answered, PracticeService } from './practice-contract.ts';
import { predictExercise } from './predict.ts';
import { trainTracing } from './train-tracing.ts';

const model = kernelModel();
/** Three exercises of every template, as they stand in the stock. */
const stock = templates.flatMap((template) =>
  [1, 2, 3].flatMap((seed) => {
    const made = template.draw(seed);
    if (made === null) return [];
    const features = featuresOf(made.draft);
    return [
      {
        ...{ id: `${template.id}@${template.version}:${seed}`, skill: template.skill, template: template.id },
        ...{ difficulty: assumedDifficulty(features), features },
      },
    ];
  }),
);

let store: MemoryStore;
let practice: PracticeService;
let knowing: TracingModel | null;
const now = new Date('2026-03-02T10:00:00Z');

beforeEach(() => {
  store = memoryStore(stock);
  knowing = null;
  practice = createPracticeService({
    store,
    model,
    now: () => now,
    timeZone: 'UTC',
    knowledge: async () => knowing,
  });
});

function value<Value>(answered: Answered<Value>): Value {
  if (!answered.ok) throw new Error(answered.error.code);
  return answered.value;
}

const exerciseOf = (turn: number) => store.turns[turn - 1]?.exercise ?? '';

/** The right answer as a learner types it. */
function rightAnswer(turn: number): string {
  const made = draftedExercise(exerciseOf(turn));
  if (made === null) throw new Error('The exercise is of a template that is no more.');
  return answerText(made.draft.answer).ascii;
}

/** Expected success on one exercise after all that was answered so far. */
async function expectedOn(id: string): Promise<number> {
  const { learner, difficulty } = readBelieved(model, await store.believed('lin'));
  const exercise = stock.find((one) => one.id === id);
  if (exercise === undefined) throw new Error('Not in stock.');
  return predictExercise(model, difficulty, learner, exercise, now.getTime())?.success ?? 0;
}

test('two tabs show one exercise, in their own language, without its answer', async () => {
  const first = value(await practice.current('lin', 'en'));
  const second = value(await practice.current('lin', 'zh'));
  expect(second.id).toBe(first.id);
  expect(second.prompt).not.toBe(first.prompt);
  expect(first).toMatchObject({ outcome: null, solution: null, hints: [] });
  expect(first.choice.success).toBeGreaterThan(0.5);
});

test('a story is shown in the words of the language model, in whichever language it has them', async () => {
  const story = stock.find(({ template }) => template === 'stories/journey');
  if (story === undefined) throw new Error('There is no story.');
  const { draft } = draftedExercise(story.id) ?? {};
  const grammar = draft?.prompt.text ?? { en: '', zh: '' };
  const en = grammar.en.replace(/how (far|many kilometres)/, (_, asked) =>
    asked === 'far' ? 'how many kilometres' : 'how far',
  );
  const show = (wordings: unknown) =>
    createPracticeService({
      store: memoryStore([story], new Map([[story.id, wordings]])),
      model,
      now: () => now,
      timeZone: 'UTC',
      knowledge: async () => null,
    });
  const shown = show({ model: 'small', en, zh: null });
  expect(value(await shown.current('lin', 'en'))).toMatchObject({ prompt: en, reworded: true });
  expect(value(await shown.current('lin', 'zh'))).toMatchObject({ prompt: grammar.zh, reworded: false });
  const changed = show({ model: 'small', en: en.replace(/\d+/, '999'), zh: null });
  expect(value(await changed.current('lin', 'en'))).toMatchObject({ prompt: grammar.en, reworded: false });
});

test('a right answer closes the exercise, opens its solution and raises what is expected', async () => {
  const turn = value(await practice.current('lin', 'en'));
  const before = await expectedOn(exerciseOf(turn.id));
  const answered = value(await practice.answer('lin', turn.id, rightAnswer(turn.id), 'en'));
  expect(answered.verdict).toEqual({ verdict: 'right' });
  expect(answered.turn.outcome).toBe('right');
  expect(answered.turn.solution?.steps.length).toBeGreaterThan(0);
  expect(await expectedOn(exerciseOf(turn.id))).toBeGreaterThan(before);
});

test('a wrong answer leaves it open; a right one after it teaches that it was not known', async () => {
  const turn = value(await practice.current('lin', 'en'));
  const before = await expectedOn(exerciseOf(turn.id));
  const wrong = value(await practice.answer('lin', turn.id, '-987654', 'en'));
  expect(wrong.verdict.verdict).toBe('wrong');
  expect(wrong.turn).toMatchObject({ outcome: null, solution: null });
  const right = value(await practice.answer('lin', turn.id, rightAnswer(turn.id), 'en'));
  expect(right.turn.outcome).toBe('right');
  expect(await expectedOn(exerciseOf(turn.id))).toBeLessThan(before);
});

test('what cannot be read changes nothing that is believed', async () => {
  const turn = value(await practice.current('lin', 'en'));
  const before = await store.believed('lin');
  const answered = value(await practice.answer('lin', turn.id, '3 + + )', 'en'));
  expect(answered.verdict.verdict).toBe('unreadable');
  value(await practice.another('lin', turn.id, 'best', 'en'));
  expect(await store.believed('lin')).toEqual(before);
});

test('hints come one at a time, end, and lower what a right answer says', async () => {
  const alone = value(await practice.current('lin', 'en'));
  const id = exerciseOf(alone.id);
  const before = await expectedOn(id);
  await practice.answer('lin', alone.id, rightAnswer(alone.id), 'en');
  const gainAlone = (await expectedOn(id)) - before;

  store = memoryStore(stock);
  knowing = null;
  practice = createPracticeService({
    store,
    model,
    now: () => now,
    timeZone: 'UTC',
    knowledge: async () => knowing,
  });
  const helped = value(await practice.current('lin', 'en'));
  expect(exerciseOf(helped.id)).toBe(id);
  let shown = helped;
  for (let count = 0; count <= helped.hintCount; count++) {
    shown = value(await practice.hint('lin', helped.id, 'en'));
  }
  expect(shown.hints).toHaveLength(helped.hintCount);
  await practice.answer('lin', helped.id, rightAnswer(helped.id), 'en');
  const gainHelped = (await expectedOn(id)) - before;
  expect(gainHelped).toBeGreaterThan(0);
  expect(gainHelped).toBeLessThan(gainAlone);
});

test('looking at the solution closes the exercise and counts as not known yet', async () => {
  const turn = value(await practice.current('lin', 'en'));
  const before = await expectedOn(exerciseOf(turn.id));
  const shown = value(await practice.solution('lin', turn.id, 'en'));
  expect(shown.outcome).toBe('shown');
  expect(shown.solution).not.toBeNull();
  expect(await expectedOn(exerciseOf(turn.id))).toBeLessThan(before);
  expect(await practice.answer('lin', turn.id, '1', 'en')).toEqual({
    ok: false,
    error: { code: 'closedAlready' },
  });
});

test('a variant is of the same template and another exercise', async () => {
  const turn = value(await practice.current('lin', 'en'));
  const next = value(await practice.another('lin', turn.id, 'variant', 'en'));
  const template = (id: string) => id.split('@')[0];
  expect(template(exerciseOf(next.id))).toBe(template(exerciseOf(turn.id)));
  expect(exerciseOf(next.id)).not.toBe(exerciseOf(turn.id));
  expect(next.choice.kind).toBe('asked');
  expect(store.turns[turn.id - 1]?.outcome).toBe('left');
});

test('a skill that is asked for comes, but takes nobody’s open exercise away unasked', async () => {
  const open = value(await practice.current('lin', 'en'));
  const wanted = { kind: 'skill', skill: 'fraction.multiply' } as const;
  expect(await practice.start('lin', wanted, null, 'en')).toEqual({ ok: false, error: { code: 'turnOpen' } });
  expect(value(await practice.current('lin', 'en')).id).toBe(open.id);
  const asked = value(await practice.start('lin', wanted, open.id, 'en'));
  expect(asked).toMatchObject({ skill: { id: 'fraction.multiply' }, choice: { kind: 'asked' } });
  expect(store.turns[open.id - 1]?.outcome).toBe('left');
  // It is open already: asking again, in another tab say, changes nothing.
  expect(value(await practice.start('lin', wanted, null, 'en')).id).toBe(asked.id);
  expect(await practice.start('lin', { kind: 'skill', skill: 'juggling' }, asked.id, 'en')).toEqual({
    ok: false,
    error: { code: 'unknownSkill' },
  });
});

test('for a skill that nothing is in stock of, the open exercise stays', async () => {
  const without = stock.filter(({ skill }) => skill !== 'fraction.multiply');
  practice = createPracticeService({
    store: memoryStore(without),
    model,
    now: () => now,
    timeZone: 'UTC',
    knowledge: async () => null,
  });
  const open = value(await practice.current('lin', 'en'));
  const wanted = { kind: 'skill', skill: 'fraction.multiply' } as const;
  expect(await practice.start('lin', wanted, open.id, 'en')).toEqual({
    ok: false,
    error: { code: 'noExercise' },
  });
  expect(value(await practice.current('lin', 'en'))).toMatchObject({ id: open.id, outcome: null });
});

test('every line of a way is judged, also after the exercise is closed, and nothing is kept of it', async () => {
  const turn = value(await practice.current('lin', 'en'));
  const lines = value(await practice.lines('lin', turn.id, [rightAnswer(turn.id), '', '1 = 2'], 'en'));
  expect(lines.map(({ verdict }) => verdict)).toEqual(['same', 'blank', 'wrong']);
  expect(store.turns[turn.id - 1]?.answers).toEqual([]);
});

test('nobody sees or answers the exercise of somebody else', async () => {
  const turn = value(await practice.current('lin', 'en'));
  expect(await practice.answer('mia', turn.id, '1', 'en')).toEqual({
    ok: false,
    error: { code: 'unknownTurn' },
  });
  expect(await practice.hint('mia', turn.id, 'en')).toEqual({ ok: false, error: { code: 'unknownTurn' } });
});

test('where all was done there is a clear answer', async () => {
  practice = createPracticeService({
    store: memoryStore([]),
    model,
    now: () => now,
    timeZone: 'UTC',
    knowledge: async () => null,
  });
  expect(await practice.current('lin', 'en')).toEqual({ ok: false, error: { code: 'noExercise' } });
});

test('an exercise of a template that is no more is put aside, and the next one comes', async () => {
  await store.startTurn('lin', 'gone/template@1:1', {});
  const turn = value(await practice.current('lin', 'en'));
  expect(exerciseOf(turn.id)).not.toBe('gone/template@1:1');
  expect(store.turns[0]?.outcome).toBe('left');
});

test('what a teacher asked for comes before all else, with the reason and the note, the least done skill first', async () => {
  const set = {
    ...{ id: 5, skills: ['fraction.multiply', 'integer.multiply-divide'], success: 0.9 },
    ...{ note: 'For Friday.', done: { 'fraction.multiply': 1 } },
  };
  store = memoryStore(stock, new Map(), () => now, set);
  practice = createPracticeService({ store, model, now: () => now, timeZone: 'UTC' });
  const turn = value(await practice.current('lin', 'en'));
  expect(turn.skill.id).toBe('integer.multiply-divide');
  expect(turn.choice).toMatchObject({ kind: 'set', note: 'For Friday.' });
  expect(store.turns[0]).toMatchObject({ choice: { kind: 'set', target: 0.9 } });
  expect(store.setOf(turn.id)).toBe(5);
});

test('where nothing of a set is left in stock, what helps most comes', async () => {
  const set = { ...{ id: 5, skills: ['none.such'], success: 0.7, note: '', done: {} } };
  store = memoryStore(stock, new Map(), () => now, set);
  practice = createPracticeService({ store, model, now: () => now, timeZone: 'UTC' });
  const turn = value(await practice.current('lin', 'en'));
  expect(turn.choice).toMatchObject({ kind: 'newSkill', note: null });
  expect(store.setOf(turn.id)).toBeNull();
});

test('where somebody asks for a skill, a model of knowledge has a say in what is expected, and the learner is told who taught it', async () => {
  const asked = async (learner: string) => {
    const { id } = value(await practice.current(learner, 'en'));
    const { choice, skill } = value(await practice.another(learner, id, 'variant', 'en'));
    return { ...choice, skill };
  };
  const alone = await asked('lin');
  expect(alone).toMatchObject({ kind: 'asked', rests: null });
  const few = { learners: 6, attempts: 12, training: 1, validation: 1, test: 1 };
  const { signal } = new AbortController();
  const options = { seed: 0, threads: 1, signal, now: () => now.getTime() };
  const { model: taught } = await trainTracing(model, [], few, options);
  knowing = { ...taught, blend: { intercept: 0.5, ability: 1, recurrent: 0 } };
  const both = await asked('mia');
  expect(both).toMatchObject({ kind: 'asked', rests: { simulated: 30, own: 0 } });
  const logOdds = (chance: number) => Math.log(chance / (1 - chance));
  expect(logOdds(both.success)).toBeCloseTo(logOdds(alone.success) + 0.5, 6);
  // Where the product chooses all, ability tells alone.
  expect(value(await practice.current('ada', 'en')).choice.rests).toBeNull();
  const set = { ...{ id: 5, skills: [both.skill.id], success: 0.7, note: '', done: {} } };
  store = memoryStore(stock, new Map(), () => now, set);
  practice = createPracticeService({
    store,
    model,
    now: () => now,
    timeZone: 'UTC',
    knowledge: async () => knowing,
  });
  const ofSet = value(await practice.current('zoe', 'en')).choice;
  expect(ofSet).toMatchObject({ kind: 'set', rests: { simulated: 30, own: 0 } });
});
