/** POST: shows the solution and closes the turn. */
import { nothingGiven } from '@praxis/practice/ui';
import { turnEndpoint } from '../../../../../../practice/turn-endpoint.ts';

export const POST = turnEndpoint(nothingGiven, ({ practice, learner, turn, language }) =>
  practice.solution(learner, turn, language),
);
