/** The fraud screens' only door. */
export { AlertDesk } from './alert/alert-desk.tsx';
export { Capacity } from './capacity/capacity.tsx';
export { ModelCard } from './card/model-card.tsx';
export { givenNote, givenVerdict, nothingGiven } from './protocol.ts';
export { Queue } from './queue/queue.tsx';
