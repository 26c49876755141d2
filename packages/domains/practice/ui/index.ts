/** The practice screens' only door. */
export { CalendarPage } from './calendar/calendar-page.tsx';
export { PracticeDesk } from './desk.tsx';
export { givenAnswer, givenLines, givenNext, givenStart, givenTarget, nothingGiven } from './protocol.ts';
export { SkillsPage } from './skills/skills-page.tsx';
