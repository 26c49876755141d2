/** How the stories are solved: task, steps, hints and what goes wrong. The words of a story stand in `data/stories`. */
import type { UnitName } from '../answers/units.ts';
import { ascii } from '../mathematics/ascii.ts';
import { add, divide, fraction, lowestTerms, multiply, subtract } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import { percentAsNumber, takesRestForPart } from '../misconceptions/decimals.ts';
import { dropsSigns } from '../misconceptions/integers.ts';
import type { Misconception } from '../misconceptions/misconception.ts';
import { comparesPartWithRest } from '../misconceptions/probability.ts';
import { addsSameDifference, stopsAtUnitRate } from '../misconceptions/ratio.ts';
import { forgetsToDivide, medianForMean } from '../misconceptions/statistics.ts';
import {
  addsAllNumbers,
  answersOtherQuestion,
  countsFirstStepTwice,
  countsOneTooFew,
  stopsHalfway,
  takesAwayForSharing,
  takesOneOnly,
  turnsStoryRound,
} from '../misconceptions/stories.ts';
import { say } from '../sentence.ts';
import type { SkillId } from '../skills/graph.ts';
import { value } from './answer.ts';
import { valueDraft } from './drafts.ts';
import { type Draft, state } from './template.ts';

type Numbers = Readonly<Record<string, number>>;

interface StorySolution {
  readonly skill: SkillId;
  solve(numbers: Numbers, asked: string): Omit<Draft, 'prompt'>;
}

/** What a solution says beside its expression. */
interface Told {
  /** Between the task and the answer. */
  readonly between?: Expression;
  readonly answer: Expression;
  readonly form?: Draft['form'];
  readonly unit?: UnitName;
  /** Why the expression, and how it is reckoned. */
  readonly idea: readonly [string, string];
  readonly first: readonly [string, string];
  readonly mistakes: readonly (readonly [Misconception, Expression])[];
}

const reckon = say('Calculate.', '计算。');
const picture = say(
  'Picture the story: what is there at first, and what happens then?',
  '先想一想：一开始有什么？后来发生了什么？',
);

function solved(expression: Expression, own: Told): Omit<Draft, 'prompt'> {
  const { between, answer, form = 'whole', unit, idea, first, mistakes } = own;
  const [ideaText, firstText] = [say(...idea), say(...first)];
  return valueDraft(expression, {
    answer,
    form,
    steps:
      between === undefined ? [state(answer, ideaText)] : [state(between, ideaText), state(answer, reckon)],
    hints: [picture, firstText],
    mistakes,
    ...(unit === undefined ? {} : { unit }),
  });
}

export const storySolutions: Readonly<Record<string, StorySolution>> = {
  shopping: {
    skill: 'whole.multiply',
    solve: ({ count = 0, price = 0 }) =>
      solved(multiply(count, price), {
        answer: count * price,
        unit: 'dollars',
        idea: ['Every piece costs the price once: multiply.', '每一个都要付一次单价，用乘法。'],
        first: ['What do two of them cost? And three?', '买两个要多少元？买三个呢？'],
        mistakes: [
          [addsAllNumbers, count + price],
          [countsOneTooFew, (count - 1) * price],
        ],
      }),
  },
  change: {
    skill: 'whole.order',
    solve: ({ count = 0, price = 0, paid = 0 }) =>
      solved(subtract(paid, multiply(count, price)), {
        between: subtract(paid, count * price),
        answer: paid - count * price,
        unit: 'dollars',
        idea: ['First what everything costs together.', '先求一共要多少元。'],
        first: ['First find out what everything costs together.', '先算一算一共要多少元。'],
        mistakes: [
          [answersOtherQuestion, count * price],
          [takesOneOnly, paid - price],
        ],
      }),
  },
  sharing: {
    skill: 'whole.divide',
    solve: ({ total = 0, friends = 1 }) =>
      solved(['Quotient', total, friends], {
        answer: total / friends,
        idea: ['Sharing equally is dividing.', '平均分用除法。'],
        first: [
          'If every friend gets one, how many have been given out?',
          '如果每个朋友先分一个，一共分掉了多少个？',
        ],
        mistakes: [
          [addsAllNumbers, total + friends],
          [takesAwayForSharing, total - friends],
        ],
      }),
  },
  giving: {
    skill: 'whole.add-subtract',
    solve({ start = 0, other = 0, given = 0 }, asked) {
      const gives = asked === 'giver';
      return solved(gives ? subtract(start, given) : add(other, given), {
        answer: gives ? start - given : other + given,
        idea: gives
          ? ['Who gives something away has less.', '送出去的要减去。']
          : ['Who gets something has more.', '得到的要加上。'],
        first: ['Does this child have more or fewer after that?', '问的这个人后来变多了，还是变少了？'],
        mistakes: [
          [turnsStoryRound, gives ? start + given : other - given],
          [answersOtherQuestion, gives ? other + given : start - given],
        ],
      });
    },
  },
  discount: {
    skill: 'percent.of',
    solve({ price = 0, percent = 0 }, asked) {
      const saves = asked === 'saving';
      const [saving, rest] = [(price * percent) / 100, (price * (100 - percent)) / 100];
      const share = saves ? percent : 100 - percent;
      return solved(multiply(fraction(share, 100), price), {
        between: multiply(share, price / 100),
        answer: saves ? saving : rest,
        form: 'number',
        unit: 'dollars',
        idea: saves
          ? [
              'First one per cent of the price, then as many of them as the discount says.',
              '先求价钱的百分之一，再乘便宜的百分数。',
            ]
          : [
              'The price is 100 %. Take the discount away: the rest is paid.',
              '原价是 100%，去掉便宜的百分之几，剩下的就是要付的。',
            ],
        first: ['How much is one per cent of the price?', '价钱的百分之一是多少？'],
        mistakes: [
          [takesRestForPart, saves ? rest : saving],
          [percentAsNumber, saves ? percent : price - percent],
          [turnsStoryRound, price + saving],
        ],
      });
    },
  },
  recipe: {
    skill: 'proportion.direct',
    solve: ({ servings = 1, flour = 0, guests = 0 }) =>
      solved(multiply(divide(flour, servings), guests), {
        between: multiply(flour / servings, guests),
        answer: (flour / servings) * guests,
        unit: 'g',
        idea: ['First the flour for one person.', '先求一个人要用多少克。'],
        first: ['How much flour does one person need?', '一个人要用多少克面粉？'],
        mistakes: [
          [addsSameDifference, flour + guests - servings],
          [stopsAtUnitRate, flour / servings],
        ],
      }),
  },
  reading: {
    skill: 'proportion.direct',
    solve: ({ pages = 0, days = 1, laterDays = 0 }) =>
      solved(multiply(divide(pages, days), laterDays), {
        between: multiply(pages / days, laterDays),
        answer: (pages / days) * laterDays,
        idea: ['First the pages of one day.', '先求一天读多少页。'],
        first: ['How many pages are read in one day?', '一天读多少页？'],
        mistakes: [
          [addsSameDifference, pages + laterDays - days],
          [stopsAtUnitRate, pages / days],
        ],
      }),
  },
  journey: {
    skill: 'whole.multiply',
    solve: ({ speed = 0, time = 0 }) =>
      solved(multiply(speed, time), {
        answer: speed * time,
        unit: 'km',
        idea: ['Every hour is the same distance: multiply.', '每小时走的路一样长，用乘法。'],
        first: ['How far is it after one hour? And after two?', '走一小时有多远？走两小时呢？'],
        mistakes: [
          [addsAllNumbers, speed + time],
          [countsOneTooFew, speed * (time - 1)],
        ],
      }),
  },
  travelTime: {
    skill: 'whole.divide',
    solve: ({ distance = 0, speed = 1 }) =>
      solved(['Quotient', distance, speed], {
        answer: distance / speed,
        unit: 'h',
        idea: [
          'How many times does the distance of one hour fit into the whole trip? Divide.',
          '看全程里有几个一小时走的路，用除法。',
        ],
        first: ['How far is it after one hour? And after two?', '走一小时有多远？走两小时呢？'],
        mistakes: [
          [takesAwayForSharing, distance - speed],
          [addsAllNumbers, distance + speed],
        ],
      }),
  },
  garden: {
    skill: 'geometry.perimeter-area',
    solve({ length = 0, width = 0 }, asked) {
      const [area, around] = [length * width, 2 * (length + width)];
      return asked === 'area'
        ? solved(multiply(length, width), {
            answer: area,
            unit: 'm^2',
            idea: ['The area of a rectangle is length times width.', '长方形的面积等于长乘宽。'],
            first: ['How many square metres lie in one row?', '沿着长摆一排，能摆几个一平方米？'],
            mistakes: [
              [answersOtherQuestion, around],
              [addsAllNumbers, length + width],
            ],
          })
        : solved(multiply(2, add(length, width)), {
            between: multiply(2, length + width),
            answer: around,
            unit: 'm',
            idea: ['Around the rectangle, every side comes twice.', '围一圈，长和宽各有两条。'],
            first: ['How many sides does a rectangle have?', '长方形有几条边？'],
            mistakes: [
              [stopsHalfway, length + width],
              [answersOtherQuestion, area],
            ],
          });
    },
  },
  cooling: temperature(-1),
  warming: temperature(1),
  savings: {
    skill: 'sequence.arithmetic',
    solve: ({ first = 0, step = 0, week = 1 }) =>
      solved(add(first, multiply(week - 1, step)), {
        between: add(first, (week - 1) * step),
        answer: first + (week - 1) * step,
        unit: 'dollars',
        idea: [
          'From the first week on, it grows once for every week that follows.',
          '从第一周起，以后每过一周增加一次。',
        ],
        first: ['How much is it in the second week? And in the third?', '第二周存多少？第三周呢？'],
        mistakes: [
          [countsFirstStepTwice, first + week * step],
          [stopsHalfway, (week - 1) * step],
        ],
      }),
  },
  chance: {
    skill: 'probability.simple',
    solve({ red = 1, blue = 1 }, asked) {
      const [good, other] = asked === 'red' ? [red, blue] : [blue, red];
      const [counted, answer] = [fraction(good, red + blue), lowestTerms(good, red + blue)];
      // Where nothing can be cancelled, one line says both.
      const between = ascii(counted) === ascii(answer) ? {} : { between: counted };
      return solved(divide(good, add(red, blue)), {
        ...between,
        answer,
        form: 'number',
        idea: ['How many of all the balls have this colour?', '所有的球里，有几个是这种颜色？'],
        first: ['How many balls are there altogether?', '一共有多少个球？'],
        mistakes: [
          [answersOtherQuestion, lowestTerms(other, red + blue)],
          [comparesPartWithRest, lowestTerms(good, other)],
        ],
      });
    },
  },
  mean: {
    skill: 'statistics.mean',
    solve: ({ score1 = 0, score2 = 0, score3 = 0, score4 = 0 }) => {
      const data = [score1, score2, score3, score4];
      const total = data.reduce((sum, score) => sum + score, 0);
      const [, low = 0, high = 0] = data.toSorted((a, b) => a - b);
      return {
        task: { kind: 'statistic', statistic: 'Mean', data },
        answer: value(lowestTerms(total, 4)),
        form: 'number',
        unit: 'points',
        steps: [
          state(divide(total, 4), say('Add all scores and divide by four.', '把四次的得分相加，再除以四。')),
          state(lowestTerms(total, 4), reckon),
        ],
        hints: [
          say(
            'If all tests had the same score and the sum stayed, what would it be?',
            '如果总分不变、每次得分一样，每次是多少分？',
          ),
          say('Add all scores first.', '先把得分都加起来。'),
        ],
        mistakes: [
          { misconception: forgetsToDivide, answer: value(total) },
          { misconception: medianForMean, answer: value(lowestTerms(low + high, 2)) },
        ],
      };
    },
  },
};

/** Warmer or colder by some degrees. */
function temperature(way: 1 | -1): StorySolution {
  return {
    skill: 'integer.add-subtract',
    solve: ({ start = 0, change = 0 }) =>
      solved(way > 0 ? add(start, change) : subtract(start, change), {
        answer: start + way * change,
        unit: 'celsius',
        idea:
          way > 0
            ? ['Warmer: go up on the thermometer.', '升温：在温度计上往上数。']
            : ['Colder: go down on the thermometer.', '降温：在温度计上往下数。'],
        first: ['Where is zero on the way?', '路上会经过零度吗？'],
        mistakes: [
          [turnsStoryRound, start - way * change],
          [dropsSigns, Math.abs(Math.abs(start) + way * change)],
        ],
      }),
  };
}
