/** POST: leaves the exercise for another one, of the same kind where `variant` says so. */
import { givenWish } from '@praxis/practice/ui';
import { turnEndpoint } from '../../../../../../practice/turn-endpoint.ts';

export const POST = turnEndpoint(givenWish, ({ practice, learner, turn, given, language }) =>
  practice.another(learner, turn, given.variant, language),
);
