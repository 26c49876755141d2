/** POST: shows one hint more. */
import { nothingGiven } from '@praxis/practice/ui';
import { turnEndpoint } from '../../../../../../practice/turn-endpoint.ts';

export const POST = turnEndpoint(nothingGiven, ({ practice, learner, turn, language }) =>
  practice.hint(learner, turn, language),
);
