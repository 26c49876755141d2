/** The practice screens' only door. */
export { PracticeDesk } from './desk.tsx';
export { givenAnswer, givenLines, givenWish, nothingGiven } from './protocol.ts';
