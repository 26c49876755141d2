/** Statistics of a few numbers. */
import { z } from 'zod';
import { add, divide, lowestTerms } from '../mathematics/build.ts';
import { forgetsToDivide, medianForMean } from '../misconceptions/statistics.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { defineTemplate, state, type Template } from './template.ts';

const mean = defineTemplate({
  id: 'statistics/mean',
  skill: 'statistics.mean',
  version: 1,
  parameters: z.object({ data: z.array(z.int()).min(3) }),
  sample: (draw, level) => {
    const count = 3 + level;
    const centre = draw.whole(5, 10 * level * level);
    const offsets = Array.from({ length: count - 1 }, () => draw.whole(-5 * level, 5 * level));
    // The last one makes the mean what was drawn.
    const last = -offsets.reduce((sum, offset) => sum + offset, 0);
    const data = [...offsets, last].map((offset) => centre + offset);
    return data.some((number) => number < 0) || last === 0 ? null : { data };
  },
  build: ({ data }) => {
    const total = data.reduce((sum, number) => sum + number, 0);
    const order = data.toSorted((a, b) => a - b);
    const middle = (order[(data.length - 1) >> 1] ?? 0) + (order[data.length >> 1] ?? 0);
    const answer = lowestTerms(total, data.length);
    return {
      task: { kind: 'statistic', statistic: 'Mean', data },
      prompt: say('Find the mean of {0}.', '求这组数的平均数：{0}。', ['List', ...data]),
      answer: value(answer),
      form: 'number',
      steps: [
        state(
          divide(add(...data), data.length),
          say('Add the numbers and divide by how many there are.', '把所有的数相加，再除以个数。'),
        ),
        state(divide(total, data.length), say('Add.', '求和。')),
        state(answer, say('Divide.', '相除。')),
      ],
      hints: [
        say(
          'If all numbers were equal and had the same sum, how large would each be?',
          '如果总和不变、每个数都一样大，每个数是多少？',
        ),
        say('Add all the numbers first.', '先把所有的数相加。'),
      ],
      mistakes: [
        { misconception: forgetsToDivide, answer: value(total) },
        { misconception: medianForMean, answer: value(lowestTerms(middle, 2)) },
      ],
    };
  },
});

export const statisticsTemplates: readonly Template[] = [mean];
