/** POST: checks every line of a way to the answer; nothing is kept of it. */
import { givenLines } from '@praxis/practice/ui';
import { turnEndpoint } from '../../../../../../practice/turn-endpoint.ts';

export const POST = turnEndpoint(givenLines, ({ practice, learner, turn, given, language }) =>
  practice.lines(learner, turn, given.lines, language),
);
