/** POST: checks an answer. A right one closes the turn; 409 where it was closed before. */
import { givenAnswer } from '@praxis/practice/ui';
import { turnEndpoint } from '../../../../../../practice/turn-endpoint.ts';

export const POST = turnEndpoint(givenAnswer, ({ practice, learner, turn, given, language }) =>
  practice.answer(learner, turn, given.typed, language),
);
