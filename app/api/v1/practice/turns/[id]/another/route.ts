/** POST: leaves the exercise for another one: `best`, a `variant` of it, or a review of today where there is one. */
import { givenNext } from '@praxis/practice/ui';
import { turnEndpoint } from '../../../../../../practice/turn-endpoint.ts';

export const POST = turnEndpoint(givenNext, ({ practice, learner, turn, given, language }) =>
  practice.another(learner, turn, given.next, language),
);
