/** The practice screens' only door. */
export { CalendarPage } from './calendar/calendar-page.tsx';
export { ClassFrame, NoLearners } from './class/class-frame.tsx';
export { ClassList } from './class/class-list.tsx';
export { givenClass, givenMember, givenSet } from './class/given.ts';
export { Members } from './class/members.tsx';
export { MisconceptionList } from './class/misconception-list.tsx';
export { parseSetWish } from './class/set-address.ts';
export { Sets } from './class/sets.tsx';
export { parseSkillFilter } from './class/skill-filter.ts';
export { SkillTable } from './class/skill-table.tsx';
export { skillsCsv } from './class/skills-csv.ts';
export { StuckList } from './class/stuck-list.tsx';
export { PracticeDesk } from './desk.tsx';
export { givenAnswer, givenLines, givenNext, givenStart, givenTarget, nothingGiven } from './protocol.ts';
export { SkillsPage } from './skills/skills-page.tsx';
