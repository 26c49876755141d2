/** Probabilities of two events. */
import { add, equal, fraction, lowestTerms, multiply, subtract } from '../mathematics/build.ts';
import { addsChances, firstOnly, putsBack, totalUnchanged } from '../misconceptions/probability.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const bothHappen = say('Both must happen: multiply.', '两步都要发生，概率相乘。');
const lowest = say('Write it in lowest terms.', '化为最简分数。');

const withPuttingBack = defineTemplate({
  id: 'probability/with-putting-back',
  skill: 'probability.combined',
  version: 1,
  parameters: wholeNumbers('red', 'blue', 'green'),
  sample: (draw, level) => {
    const most = 3 + 3 * level;
    return { red: draw.whole(1, most), blue: draw.whole(1, most), green: draw.whole(1, most) };
  },
  build: ({ red, blue, green }) => {
    const total = red + blue + green;
    const [ofRed, ofBlue] = [fraction(red, total), fraction(blue, total)];
    return valueDraft(multiply(ofRed, ofBlue), {
      answer: lowestTerms(red * blue, total * total),
      form: 'lowest-terms',
      prompt: say(
        'A bag holds {0} red, {1} blue and {2} green balls. One is drawn and put back, then one is drawn again. What is the probability that the first is red and the second blue? Give a fraction in lowest terms.',
        '袋中有 {0} 个红球、{1} 个蓝球和 {2} 个绿球，除颜色外都相同。从中任意摸出一个球，放回后再任意摸出一个球。求第一次摸到红球、第二次摸到蓝球的概率（结果化为最简分数）。',
        red,
        blue,
        green,
      ),
      steps: [
        aside(equal(add(red, blue, green), total), say('There are {0} balls.', '一共有 {0} 个球。', total)),
        state(
          multiply(lowestTerms(red, total), lowestTerms(blue, total)),
          say(
            'The ball is put back, so both draws are from all of them.',
            '球放回了，所以两次都从全部球中摸。',
          ),
        ),
        state(fraction(red * blue, total * total), bothHappen),
        state(lowestTerms(red * blue, total * total), lowest),
      ],
      hints: [
        say(
          'How likely is red at the first draw, how likely blue at the second?',
          '第一次摸到红球、第二次摸到蓝球的概率各是多少？',
        ),
        say(
          'The ball is put back: does anything change for the second draw?',
          '球放回以后，第二次摸球时总数有变化吗？',
        ),
      ],
      mistakes: [
        [addsChances, lowestTerms(red + blue, total)],
        [firstOnly, lowestTerms(red, total)],
      ],
    });
  },
});

const withoutPuttingBack = defineTemplate({
  id: 'probability/without-putting-back',
  skill: 'probability.combined',
  version: 1,
  parameters: wholeNumbers('red', 'blue'),
  sample: (draw, level) => ({ red: draw.whole(2, 4 + 6 * level), blue: draw.whole(1, 4 + 6 * level) }),
  build: ({ red, blue }) => {
    const total = red + blue;
    return valueDraft(multiply(fraction(red, total), fraction(red - 1, total - 1)), {
      answer: lowestTerms(red * (red - 1), total * (total - 1)),
      form: 'lowest-terms',
      prompt: say(
        'A bag holds {0} red and {1} blue balls. Two are drawn one after the other and not put back. What is the probability that both are red? Give a fraction in lowest terms.',
        '袋中有 {0} 个红球和 {1} 个蓝球，除颜色外都相同。从中依次任意摸出两个球，不放回。求两个都是红球的概率（结果化为最简分数）。',
        red,
        blue,
      ),
      steps: [
        aside(
          equal(subtract(add(red, blue), 1), total - 1),
          say('After the first draw {0} balls are left.', '摸出一个后还剩 {0} 个球。', total - 1),
        ),
        state(fraction(red * (red - 1), total * (total - 1)), bothHappen),
        state(lowestTerms(red * (red - 1), total * (total - 1)), lowest),
      ],
      hints: [
        say('How likely is red at the first draw?', '第一次摸到红球的概率是多少？'),
        say(
          'If the first was red: how many red ones are left, and how many altogether?',
          '第一次摸到红球后，还剩几个红球？一共还剩几个球？',
        ),
      ],
      mistakes: [
        [putsBack, lowestTerms(red * red, total * total)],
        [totalUnchanged, lowestTerms(red * (red - 1), total * total)],
        [firstOnly, lowestTerms(red, total)],
      ],
      demands: { memory: 1 },
    });
  },
});

export const probabilityTemplates: readonly Template[] = [withPuttingBack, withoutPuttingBack];
