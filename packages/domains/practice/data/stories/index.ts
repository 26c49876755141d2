/** Word problems: told by a grammar in two languages, read back from their text. */
export { frames, suitableLeads } from './frames.ts';
export { type Reading, readStory, sameSlots } from './read/read.ts';
export { type Rendered, render, rolesOf, type Span } from './render.ts';
export { situations } from './situations/index.ts';
export {
  type Situation,
  type Slots,
  type StoryLanguage,
  type StoryTask,
  storyLanguages,
} from './story.ts';
export { drawSlots, situationNamed, type Told, tell } from './tell.ts';
export { tellingsOf } from './tellings.ts';
