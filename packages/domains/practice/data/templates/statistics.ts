/** Statistics of a few numbers. */
import { z } from 'zod';
import { add, divide, lowestTerms, subtract } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  forgetsToDivide,
  frequencyForMode,
  largestForMode,
  largestForRange,
  lastMinusFirst,
  lowerOfTwoMiddles,
  meanForMedian,
  medianForMean,
  medianForMode,
  middleWithoutOrder,
} from '../misconceptions/statistics.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import type { Draw } from './draw.ts';
import { defineTemplate, state, type Template } from './template.ts';

const numbers = z.object({ data: z.array(z.int()).min(3) });

const listed = (data: readonly number[]): Expression => ['List', ...data];
const ordered = (data: readonly number[]) => data.toSorted((a, b) => a - b);
const largestOf = (data: readonly number[]) => Math.max(...data);
const smallestOf = (data: readonly number[]) => Math.min(...data);
const frequencyOf = (data: readonly number[], number: number) =>
  data.filter((other) => other === number).length;

/** Halfway between the two that stand in the middle, which are one and the same where their count is odd. */
const middleOf = (data: readonly number[]) =>
  ((data[(data.length - 1) >> 1] ?? 0) + (data[data.length >> 1] ?? 0)) / 2;

const shuffled = (draw: Draw, data: readonly number[]): number[] =>
  draw.distinct(data.length, 0, data.length - 1).map((place) => data[place] ?? 0);

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

const median = defineTemplate({
  id: 'statistics/median',
  skill: 'statistics.middle',
  version: 1,
  parameters: numbers,
  sample: (draw, level) => {
    const count = draw.whole(2 * level + 3, 2 * level + 4);
    const most = 20 * level;
    const centre = draw.whole(most / 2, most);
    const gap = count % 2 === 0 ? draw.whole(1, 3 * level) : 0;
    const beside = (count - 1) >> 1;
    const offsets = (from: number) =>
      Array.from({ length: beside }, () => gap + draw.whole(from, most / 2 - 1));
    const data = [
      ...offsets(1).map((offset) => centre - offset),
      ...(count % 2 === 0 ? [centre - gap, centre + gap + draw.whole(0, level - 1)] : [centre]),
      ...offsets(level).map((offset) => centre + offset),
    ];
    return smallestOf(data) < 0 ? null : { data: shuffled(draw, data) };
  },
  build: ({ data }) => {
    const order = ordered(data);
    const answer = middleOf(order);
    const isEven = data.length % 2 === 0;
    const [low, high] = [order[(data.length - 1) >> 1] ?? 0, order[data.length >> 1] ?? 0];
    const total = data.reduce((sum, number) => sum + number, 0);
    return {
      task: { kind: 'statistic', statistic: 'Median', data },
      prompt: say('Find the median of {0}.', '求这组数据的中位数：{0}。', listed(data)),
      answer: value(answer),
      form: 'number',
      steps: [
        state(['Median', ...order], say('Put the numbers in order.', '把数据按从小到大的顺序排列。')),
        ...(isEven
          ? [
              state(
                divide(add(low, high), 2),
                say('Two numbers stand in the middle: take their mean.', '中间有两个数，取它们的平均数。'),
              ),
              state(answer, say('Calculate.', '计算。')),
            ]
          : [state(answer, say('Take the number in the middle.', '取正中间的数。'))]),
      ],
      hints: [
        say('Put the numbers in order first.', '先把数据按大小排列。'),
        isEven
          ? say(
              'As many numbers must lie below the median as above. Which two stand in the middle?',
              '比中位数小的数与比它大的数一样多。中间是哪两个数？',
            )
          : say(
              'As many numbers must lie below the median as above it.',
              '比中位数小的数与比它大的数一样多。',
            ),
      ],
      mistakes: [
        { misconception: middleWithoutOrder, answer: value(middleOf(data)) },
        { misconception: meanForMedian, answer: value(lowestTerms(total, data.length)) },
        ...(isEven ? [{ misconception: lowerOfTwoMiddles, answer: value(low) }] : []),
      ],
      demands: { middles: isEven ? 1 : 0 },
    };
  },
});

const mode = defineTemplate({
  id: 'statistics/mode',
  skill: 'statistics.middle',
  version: 1,
  parameters: numbers,
  sample: (draw, level) => {
    const most = 10 * level;
    const [answer, ...others] = draw.distinct(3 + level, level === 1 ? 1 : 10, 10 + most);
    if (answer === undefined || largestOf(others) < answer) return null;
    // From level 2 on another number comes twice, and the mode three times.
    const repeated = level === 1 ? [answer] : [answer, answer, others[0] ?? 0];
    return { data: shuffled(draw, [answer, ...repeated, ...others]) };
  },
  build: ({ data }) => {
    const order = ordered(data);
    const answer = order.reduce((best, number) =>
      frequencyOf(data, number) > frequencyOf(data, best) ? number : best,
    );
    const times = frequencyOf(data, answer);
    return {
      task: { kind: 'statistic', statistic: 'Mode', data },
      prompt: say('Find the mode of {0}.', '求这组数据的众数：{0}。', listed(data)),
      answer: value(answer),
      form: 'number',
      steps: [
        state(['Mode', ...order], say('Put equal numbers next to each other.', '把相同的数排在一起。')),
        state(
          answer,
          say(
            '{0} comes {1} times, more often than any other.',
            '{0} 出现 {1} 次，次数最多。',
            answer,
            times,
          ),
        ),
      ],
      hints: [
        say('How many times does each number come?', '每个数各出现几次？'),
        say('Look for the number that comes most often.', '找出现次数最多的数。'),
      ],
      mistakes: [
        { misconception: largestForMode, answer: value(largestOf(data)) },
        { misconception: frequencyForMode, answer: value(times) },
        { misconception: medianForMode, answer: value(middleOf(order)) },
      ],
    };
  },
});

const spread = defineTemplate({
  id: 'statistics/range',
  skill: 'statistics.middle',
  version: 1,
  parameters: numbers,
  sample: (draw, level) => {
    const answer = draw.whole(4 + level, 20 * level);
    const low = level === 3 ? draw.whole(-20, 10) : draw.whole(1, 20 * level);
    const between = Array.from({ length: 2 + level }, () => low + draw.whole(1, answer - 1));
    const data = shuffled(draw, [low, low + answer, ...between]);
    // Zero as the smallest would make the commonest mistake right.
    return low === 0 ? null : { data };
  },
  build: ({ data }) => {
    const [low, high] = [smallestOf(data), largestOf(data)];
    return {
      task: { kind: 'statistic', statistic: 'Range', data },
      prompt: say('Find the range (largest minus smallest) of {0}.', '求这组数据的极差：{0}。', listed(data)),
      answer: value(high - low),
      form: 'number',
      steps: [
        state(
          subtract(high, low),
          say('Subtract the smallest number from the largest.', '用最大值减去最小值。'),
        ),
        state(high - low, say('Calculate.', '计算。')),
      ],
      hints: [
        say('How far apart do the numbers lie?', '这组数据相差最大是多少？'),
        say('Which number is the smallest, which the largest?', '最大值和最小值分别是多少？'),
      ],
      mistakes: [
        { misconception: largestForRange, answer: value(high) },
        { misconception: lastMinusFirst, answer: value((data.at(-1) ?? 0) - (data[0] ?? 0)) },
      ],
      demands: { sign: low < 0 ? 1 : 0 },
    };
  },
});

export const statisticsTemplates: readonly Template[] = [mean, median, mode, spread];
