/** Made learners, better and worse, at problems that are harder and easier. */
import { createRandom } from '@praxis/core';
import type { Responses } from '../../../data/responses/read.ts';

export function madeResponses(learners: number, seed: number): Responses {
  const random = createRandom(seed);
  const made = Array.from({ length: learners }, () => {
    const ability = 1.5 * random.normal();
    const attempts = Array.from({ length: 10 }, () => {
      const problem = random.below(12);
      const skills = problem % 3 === 0 ? ['a', 'b'] : [problem % 2 === 0 ? 'a' : 'b'];
      const right = random.uniform() < 1 / (1 + Math.exp(-ability - (problem - 6) / 3));
      return { problem: `p${problem}`, skills, right };
    });
    return { attempts };
  });
  return {
    file: `made ${seed}`,
    layout: 'problems',
    learners: made,
    attempts: 10 * learners,
    removedRows: 0,
  };
}
