import { expect, test, vi } from 'vitest';
import type { CalendarView, MappedSkill, SkillMap } from '../service/learner-contract.ts';
import { languages, markup, shown, words } from '../testing/shown.tsx';
import { CalendarPage } from './calendar/calendar-page.tsx';
import { calendarTable } from './calendar/calendar-table.ts';
import { SkillDetail } from './skills/skill-detail.tsx';
import { skillTable } from './skills/skill-table.ts';
import { SkillsPage } from './skills/skills-page.tsx';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {} }) }));

const dayMs = 86_400_000;
const at = Date.UTC(2026, 2, 4, 10);

const skill = (id: string, changed: Partial<MappedSkill>): MappedSkill => ({
  ...{ id, name: id.toUpperCase(), field: 'fractions', standing: 'notMet', tries: 0 },
  ...{
    success: 0.64,
    low: 0.31,
    high: 0.88,
    masteredWith: 0.2,
    prerequisites: [],
    waitsFor: [],
    dueAt: null,
  },
  ...changed,
});

const map: SkillMap = {
  skills: [
    skill('adding', { standing: 'mastered', tries: 9, success: 0.93, low: 0.86, high: 0.97, dueAt: at - 1 }),
    skill('sharing', { standing: 'learning', tries: 1, prerequisites: ['adding'], dueAt: at + 9 * dayMs }),
    skill('telling', { standing: 'open', field: 'statistics', prerequisites: ['adding'] }),
    skill('proving', { prerequisites: ['sharing', 'telling'], waitsFor: ['sharing', 'telling'] }),
  ],
  next: [{ id: 'proving', waitsFor: ['sharing', 'telling'] }],
  open: { turn: 7, skill: { id: 'adding', name: 'ADDING' }, review: false },
  at,
  bounds: { ready: 0.65, mastered: 0.8 },
};

const detail = (id: string, of: SkillMap = map) => {
  const present = of.skills.find((one) => one.id === id);
  if (present === undefined) throw new Error('There is no such skill.');
  return (
    <SkillDetail
      {...{ map: of, skill: present }}
      api=""
      practiceHref=""
      onOpen={() => {}}
      onClose={() => {}}
    />
  );
};

test.each(languages)('the map says of every skill how it stands and how sure that is (%s)', (language) => {
  const page = <SkillsPage map={map} first={null} api="" practiceHref="" />;
  const { skills, ofTen, fields } = words[language].learner;
  const text = shown(language, page);
  for (const standing of Object.values(skills.standings)) expect(text).toContain(standing);
  for (const what of Object.values(skills.standingsWhat)) expect(text).toContain(what);
  const sure = ofTen.between.replace('{mean}', '9').replace('{low}', '9').replace('{high}', '10');
  expect(text).toContain(`ADDING ${skills.standings.mastered}`);
  expect(text).toContain(sure);
  expect(text).toContain(fields.statistics);
  // What opens next names what it still rests on, and of what was never tried no number.
  expect(text).toContain(skills.next.untried.replace('{skill}', 'TELLING'));
  expect(text).toContain(
    skills.next.need.replace('{skill}', 'SHARING').replace('{mean}', '6').replace('{ready}', '7'),
  );
  // The picture is described, and each skill is a button beside it.
  expect(markup(language, page)).toContain(`aria-label="${skills.description}"`);
  expect(markup(language, page).match(/aria-haspopup="dialog"/g)).toHaveLength(map.skills.length);
  const nothing = { ...map, next: [] };
  expect(shown(language, <SkillsPage map={nothing} first={null} api="" practiceHref="" />)).toContain(
    skills.next.none,
  );
});

test.each(languages)('a skill says what it needs and respects the open exercise (%s)', (language) => {
  const { detail: t, standings } = words[language].learner.skills;
  const learning = shown(language, detail('sharing'));
  expect(learning).toContain(t.otherOpen.replace('{skill}', 'ADDING'));
  for (const word of [t.leave, t.finish, `ADDING ${standings.mastered}`, `PROVING ${standings.notMet}`])
    expect(learning).toContain(word);
  const own = shown(language, detail('adding'));
  for (const word of [t.goOn, t.dueNow, t.restsOnNothing]) expect(own).toContain(word);
  const later = shown(language, detail('proving', { ...map, open: null }));
  for (const word of [t.practise, t.guess, t.waits, t.leadsToNothing]) expect(later).toContain(word);
  expect(later).not.toContain(t.leave);
});

test('the table has the same numbers, of 100, and says nothing of a review that there is none of', () => {
  const table = skillTable(map.skills, {
    ...{ column: (name) => name, field: (field) => field, standing: (standing) => standing },
    day: (moment) => new Date(moment).toISOString().slice(0, 10),
  });
  expect(table.rows[0]).toEqual(['fractions', 'ADDING', 'mastered', 93, 86, 97, 9, '2026-03-04', null]);
  expect(table.rows[3]).toEqual(['fractions', 'PROVING', 'notMet', 64, 31, 88, 0, null, 'SHARING; TELLING']);
  expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
});

const due = (id: string, day: string, overdue = false) => ({
  ...{ id, name: id.toUpperCase(), day, overdue, retrievability: 0.87 },
});
const calendar: CalendarView = {
  today: '2026-03-04',
  weeks: [
    ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'].map(
      (day) => ({
        day,
        due: day === '2026-03-04' ? [due('adding', '2026-03-01', true), due('sharing', day)] : [],
        practised:
          day === '2026-03-02' ? [{ id: 'telling', name: 'TELLING', exercises: 3, rightAtFirst: 2 }] : [],
      }),
    ),
  ],
  later: [due('proving', '2026-06-02')],
  open: null,
};
const page = (view: CalendarView) => (
  <CalendarPage calendar={view} api="" practiceHref="" reviewsHref="" skillsHref="/skills" />
);

test.each(languages)(
  'the calendar says what waits today, how late it is and what was practised (%s)',
  (language) => {
    const t = words[language].learner.calendar;
    const text = shown(language, page(calendar));
    expect(text).toMatch(
      language === 'en' ? '2 reviews today, 1 of them late' : '今天有 2 项要复习，其中 1 项已过期',
    );
    for (const word of [t.start, t.later, 'ADDING', 'SHARING', 'PROVING']) expect(text).toContain(word);
    expect(text).toContain(t.dueShort.replace('{count}', '2'));
    expect(text).toContain(t.doneShort.replace('{count}', '3'));
    expect(text).toContain(t.day.remembered.replace('{mean}', '9'));
    expect(markup(language, page(calendar))).toContain('/skills?skill=adding');
    const open = { turn: 1, skill: { id: 'telling', name: 'TELLING' }, review: false };
    expect(shown(language, page({ ...calendar, open }))).toContain(t.leave);
    expect(shown(language, page({ ...calendar, open: { ...open, review: true } }))).toContain(t.goOn);
    const weeks = [[{ day: '2026-03-04', due: [], practised: [] }]];
    const empty = shown(language, page({ ...calendar, weeks, later: [] }));
    expect(empty).toContain(t.empty);
    expect(empty).not.toContain(t.start);
  },
);

test('the calendar’s table has a line for each skill of a day, an overdue one on the day it was due', () => {
  const { rows } = calendarTable(calendar, { column: (name) => name, kind: (kind) => kind });
  expect(rows).toEqual([
    ['2026-03-02', 'TELLING', 'practised', 3, 2, null],
    ['2026-03-01', 'ADDING', 'overdue', null, null, 87],
    ['2026-03-04', 'SHARING', 'due', null, null, 87],
    ['2026-06-02', 'PROVING', 'due', null, null, 87],
  ]);
});
