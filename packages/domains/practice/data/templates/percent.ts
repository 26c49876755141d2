/** Percentages. The words say per cent, the tasks say hundredths, so that every engine reads them. */
import { add, divide, fraction, lowestTerms, multiply, subtract } from '../mathematics/build.ts';
import {
  amountForPercentage,
  changeOnly,
  comparesWithNew,
  dividesByPercent,
  percentAsNumber,
  percentOfPart,
  swapsPartAndWhole,
  takesRestForPart,
  wrongDirection,
} from '../misconceptions/decimals.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const hundred = 100;
const round = [5, 10, 20, 25, 40, 50, 60, 75, 80] as const;

const percentOf = defineTemplate({
  id: 'percent/of-amount',
  skill: 'percent.of',
  version: 1,
  parameters: wholeNumbers('percent', 'amount'),
  sample: (draw, level) => {
    const percent = level === 1 ? draw.pick(round) : draw.whole(2, level === 2 ? 95 : 180);
    const amount = level === 1 ? 20 * draw.whole(1, 30) : draw.whole(2, 60) * (level === 2 ? 10 : 5);
    const part = (percent * amount) / hundred;
    return percent === hundred || (level === 1 && !Number.isInteger(part)) ? null : { percent, amount };
  },
  build: ({ percent, amount }) => {
    const answer = (percent * amount) / hundred;
    return valueDraft(multiply(fraction(percent, hundred), amount), {
      prompt: say('How much is {0} % of {1}?', '{1} 的 {0}% 是多少？', percent, amount),
      answer,
      form: 'number',
      steps: [
        state(
          multiply(percent, amount / hundred),
          say('One per cent of {0} is {1}.', '{0} 的 1% 是 {1}。', amount, amount / hundred),
        ),
        state(answer, say('Take that {0} times.', '再乘 {0}。', percent)),
      ],
      hints: [
        say('How much is 1 % of {0}?', '{0} 的 1% 是多少？', amount),
        say('Or write {0} % as {1}.', '也可以把 {0}% 写成 {1}。', percent, fraction(percent, hundred)),
      ],
      mistakes: [
        [percentAsNumber, percent * amount],
        [dividesByPercent, lowestTerms(amount, percent)],
        [takesRestForPart, ((hundred - percent) * amount) / hundred],
      ],
    });
  },
});

const whichPercent = defineTemplate({
  id: 'percent/which-percentage',
  skill: 'percent.find',
  version: 1,
  parameters: wholeNumbers('percent', 'amount'),
  sample: (draw, level) => {
    const percent = level === 1 ? draw.pick(round) : draw.whole(2, level === 2 ? 95 : 180);
    const amount = level === 1 ? 20 * draw.whole(1, 25) : 5 * draw.whole(4, 80);
    const part = (percent * amount) / hundred;
    return percent === hundred || percent === 50 || !Number.isInteger(part) ? null : { percent, amount };
  },
  build: ({ percent, amount }) => {
    const part = (percent * amount) / hundred;
    return valueDraft(multiply(fraction(part, amount), hundred), {
      prompt: say('What percentage of {0} is {1}?', '{1} 是 {0} 的百分之几？', amount, part),
      answer: percent,
      form: 'number',
      unit: 'percent',
      steps: [
        state(
          multiply(lowestTerms(part, amount), hundred),
          say('The part divided by the whole: {0}.', '用部分除以整体：{0}。', fraction(part, amount)),
        ),
        state(percent, say('As hundredths, in per cent.', '化成百分数。')),
      ],
      hints: [
        say('Which number is the whole, of 100 %?', '哪个数是整体，也就是 100%？'),
        say('What fraction of {0} is {1}?', '{1} 是 {0} 的几分之几？', amount, part),
      ],
      mistakes: [
        [swapsPartAndWhole, lowestTerms(hundred * amount, part)],
        [takesRestForPart, Math.abs(hundred - percent)],
      ],
    });
  },
});

const findWhole = defineTemplate({
  id: 'percent/find-whole',
  skill: 'percent.find',
  version: 1,
  parameters: wholeNumbers('percent', 'whole'),
  sample: (draw, level) => {
    const percent = level === 1 ? draw.pick(round) : draw.whole(2, level === 2 ? 95 : 180);
    const whole = level === 1 ? 20 * draw.whole(1, 25) : 5 * draw.whole(4, 80);
    return percent === hundred || (percent * whole) % hundred !== 0 ? null : { percent, whole };
  },
  build: ({ percent, whole }) => {
    const part = (percent * whole) / hundred;
    return valueDraft(divide(part, fraction(percent, hundred)), {
      prompt: say(
        '{0} % of a number is {1}. What is the number?',
        '一个数的 {0}% 是 {1}，这个数是多少？',
        percent,
        part,
      ),
      answer: whole,
      form: 'number',
      steps: [
        state(
          multiply(lowestTerms(part, percent), hundred),
          say('One per cent is {0}.', '1% 是 {0}。', lowestTerms(part, percent)),
        ),
        state(whole, say('One hundred times as much.', '再乘 100。')),
      ],
      hints: [
        say('Is the number larger or smaller than {0}?', '这个数比 {0} 大还是小？', part),
        say('How much is 1 % of it?', '它的 1% 是多少？'),
      ],
      mistakes: [
        [percentOfPart, lowestTerms(percent * part, hundred)],
        [percentAsNumber, lowestTerms(part, percent)],
      ],
    });
  },
});

const change = defineTemplate({
  id: 'percent/change-by',
  skill: 'percent.change',
  version: 1,
  parameters: wholeNumbers('percent', 'amount', 'sign'),
  sample: (draw, level) => {
    const percent = level === 1 ? draw.pick(round) : draw.whole(2, 85);
    const amount = level === 1 ? 20 * draw.whole(1, 25) : 5 * draw.whole(4, 90);
    const whole = Number.isInteger((percent * amount) / hundred);
    return percent === 50 || (level < 3 && !whole) ? null : { percent, amount, sign: draw.chance() ? 1 : -1 };
  },
  build: ({ percent, amount, sign }) => {
    const part = (percent * amount) / hundred;
    const [grow, shrink] = [hundred + percent, hundred - percent];
    const share = sign > 0 ? grow : shrink;
    const join = sign > 0 ? add : subtract;
    const answer = (share * amount) / hundred;
    return valueDraft(multiply(amount, join(1, fraction(percent, hundred))), {
      prompt:
        sign > 0
          ? say('{0} grows by {1} %. How much is it then?', '{0} 增加 {1}% 后是多少？', amount, percent)
          : say('{0} shrinks by {1} %. How much is it then?', '{0} 减少 {1}% 后是多少？', amount, percent),
      answer,
      form: 'number',
      steps: [
        state(join(amount, part), say('{0} % of {1} is {2}.', '{1} 的 {0}% 是 {2}。', percent, amount, part)),
        state(answer, sign > 0 ? say('Add it.', '加上它。') : say('Take it away.', '减去它。')),
      ],
      hints: [
        say('How much is {0} % of {1}?', '{1} 的 {0}% 是多少？', percent, amount),
        say('Does the amount become larger or smaller by it?', '这个数因此变大还是变小？'),
      ],
      mistakes: [
        [changeOnly, part],
        [wrongDirection, ((sign > 0 ? shrink : grow) * amount) / hundred],
        [percentAsNumber, amount + sign * percent],
      ],
    });
  },
});

const changeRate = defineTemplate({
  id: 'percent/find-change',
  skill: 'percent.change',
  version: 1,
  parameters: wholeNumbers('percent', 'before', 'sign'),
  sample: (draw, level) => {
    const percent = level === 1 ? draw.pick(round) : draw.whole(2, 80);
    const before = level === 1 ? 20 * draw.whole(1, 25) : 5 * draw.whole(4, 90);
    const sign = draw.chance() ? 1 : -1;
    return (percent * before) % hundred !== 0 ? null : { percent, before, sign };
  },
  build: ({ percent, before, sign }) => {
    const part = (percent * before) / hundred;
    const after = before + sign * part;
    const [high, low] = sign > 0 ? [after, before] : [before, after];
    return valueDraft(multiply(divide(subtract(high, low), before), hundred), {
      prompt:
        sign > 0
          ? say(
              '{0} grows to {1}. By what percentage does it grow?',
              '{0} 增加到 {1}，增加了百分之几？',
              before,
              after,
            )
          : say(
              '{0} shrinks to {1}. By what percentage does it shrink?',
              '{0} 减少到 {1}，减少了百分之几？',
              before,
              after,
            ),
      answer: percent,
      form: 'number',
      unit: 'percent',
      steps: [
        state(
          multiply(fraction(part, before), hundred),
          say('The change is {0}; compare it with {1}.', '变化了 {0}，与 {1} 相比。', part, before),
        ),
        state(percent, say('As hundredths, in per cent.', '化成百分数。')),
      ],
      hints: [
        say('By how much does it change?', '变化了多少？'),
        say('Compare the change with what there was before.', '把变化量与原来的数相比。'),
      ],
      mistakes: [
        [comparesWithNew, lowestTerms(hundred * part, after)],
        [amountForPercentage, part],
      ],
    });
  },
});

export const percentTemplates: readonly Template[] = [percentOf, whichPercent, findWhole, change, changeRate];
