/** Word problems: told by a grammar in two languages, read back from their text. */
export { frames, suitableLeads } from './frames.ts';
export { storySlots, storyTemplate } from './parameters.ts';
export { readStory, sameSlots } from './read/read.ts';
export { render, rolesOf } from './render.ts';
export { situations } from './situations/index.ts';
export {
  type Situation,
  type Slots,
  type StoryLanguage,
  storyLanguages,
} from './story.ts';
export { drawSlots, situationNamed, type Told, tell } from './tell.ts';
export { tellingsOf } from './tellings.ts';
