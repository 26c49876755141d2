import { expect, test } from 'vitest';
import { madeMember, memoryClassStore } from '../../testing/memory-class-store.ts';
import { kernelModel } from '../kernel.ts';
import { createClassService } from './class-service.ts';
import type { StoredSet } from './class-store.ts';

const model = kernelModel();
const service = (made: Parameters<typeof memoryClassStore>[0]) =>
  createClassService({
    ...{ store: memoryClassStore(made), model, timeZone: 'Asia/Shanghai' },
    // In Shanghai it is the 21st already.
    now: () => new Date(Date.UTC(2026, 8, 20, 20)),
  });
const members = [madeMember('lin'), madeMember('mia')];
const wish = {
  ...{ skills: ['fraction.multiply'], exercises: 4, success: 0.7, dueOn: null, note: 'Slowly.' },
  learners: ['lin', 'mia'],
};

test('a set is kept for its learners and shown with nothing done', async () => {
  const classes = service({ members });
  expect(await classes.assign('tess', 1, wish, 'en')).toEqual({ ok: true, value: { id: 1 } });
  const shown = await classes.sets('tess', 1, 'en');
  if (!shown.ok) throw new Error(shown.error.code);
  expect(shown.value.sets).toMatchObject([
    {
      ...{ id: 1, exercises: 4, state: 'open', note: 'Slowly.' },
      skills: [{ id: 'fraction.multiply', name: 'Multiplying fractions' }],
      learners: [
        { id: 'lin', done: 0, right: 0 },
        { id: 'mia', done: 0, right: 0 },
      ],
    },
  ]);
});

test('what was chosen twice counts once', async () => {
  const classes = service({ members });
  const twice = { ...wish, skills: [...wish.skills, ...wish.skills], learners: ['lin', 'lin'] };
  expect((await classes.assign('tess', 1, twice, 'en')).ok).toBe(true);
  const shown = await classes.sets('tess', 1, 'en');
  expect(shown.ok && shown.value.sets[0]).toMatchObject({ skills: [{}], learners: [{ id: 'lin' }] });
});

test('a skill of which a learner has had everything is named, with the learner', async () => {
  const classes = service({ members, unseen: (learner) => (learner === 'mia' ? 0 : 3) });
  expect(await classes.assign('tess', 1, wish, 'en')).toEqual({
    ok: false,
    error: { code: 'setNoStock', skill: 'Multiplying fractions', learner: 'mia' },
  });
  expect(await classes.assign('tess', 1, { ...wish, learners: ['lin'] }, 'en')).toMatchObject({ ok: true });
  const shown = await classes.sets('tess', 1, 'en');
  const skills = shown.ok ? shown.value.areas.flatMap((area) => area.skills) : [];
  expect(new Set(skills.map(({ ready }) => ready))).toEqual(new Set([0]));
});

test('a set may be due today, where the house stands, and not yesterday', async () => {
  const classes = service({ members });
  expect(await classes.assign('tess', 1, { ...wish, dueOn: '2026-09-21' }, 'en')).toMatchObject({ ok: true });
  expect(await classes.assign('tess', 1, { ...wish, dueOn: '2026-09-20' }, 'en')).toEqual({
    ok: false,
    error: { code: 'setDueOn' },
  });
});

test('of another teacher’s class no set is seen, made or cancelled', async () => {
  const classes = service({ members });
  await classes.assign('tess', 1, wish, 'en');
  const unknown = { ok: false, error: { code: 'unknownClass' } };
  expect(await classes.sets('otto', 1, 'en')).toEqual(unknown);
  expect(await classes.assign('otto', 1, wish, 'en')).toEqual(unknown);
  expect(await classes.cancelSet('otto', 1, 1)).toEqual(unknown);
  const shown = await classes.sets('tess', 1, 'en');
  expect(shown.ok && shown.value.sets.map(({ state }) => state)).toEqual(['open']);
});

test('a set is running, late, done or cancelled', async () => {
  const set = (id: number, changed: Partial<StoredSet>): StoredSet => ({
    ...{ id, skills: ['fraction.multiply'], exercises: 2, success: 0.7, dueOn: null, note: '' },
    ...{ createdAt: new Date(0), cancelledAt: null },
    learners: [{ learner: 'lin', done: 1, right: 1 }],
    ...changed,
  });
  const sets = [
    set(1, {}),
    set(2, { dueOn: '2026-09-20' }),
    set(3, { dueOn: '2026-09-21' }),
    set(4, { learners: [{ learner: 'lin', done: 2, right: 0 }] }),
    set(5, { cancelledAt: new Date(1) }),
    // Who left the class is not shown.
    set(6, { learners: [{ learner: 'gone', done: 0, right: 0 }] }),
  ];
  const classes = service({ members, sets });
  const shown = await classes.sets('tess', 1, 'en');
  expect(shown.ok && shown.value.sets.map(({ state }) => state)).toEqual([
    ...['open', 'late', 'open', 'done', 'cancelled', 'done'],
  ]);
  expect(await classes.cancelSet('tess', 1, 5)).toEqual({ ok: false, error: { code: 'unknownSet' } });
  expect(await classes.cancelSet('tess', 1, 1)).toEqual({ ok: true, value: null });
});
