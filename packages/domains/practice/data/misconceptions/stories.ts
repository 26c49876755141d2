/** Misconceptions about word problems: the calculation is right, what is calculated is not. */
import { misconception } from './misconception.ts';

export const addsAllNumbers = misconception(
  'adds-all-numbers',
  ['Adds the numbers of the story', '把题里的数直接相加'],
  [
    'Picture the story first: is something put together, taken away, repeated or shared?',
    '先想一想题里发生了什么：是合起来、拿走、几份相同的数，还是平均分？',
  ],
);

export const answersOtherQuestion = misconception(
  'answers-other-question',
  ['Answers another question', '答的不是所问的'],
  ['Read the last sentence again: what is asked for?', '再读一遍最后一句：问的是什么？'],
);

export const stopsHalfway = misconception(
  'stops-halfway',
  ['Stops before the last step', '少做了最后一步'],
  ['You need this number, but there is one more step.', '这一步要算，但后面还有一步。'],
);

export const turnsStoryRound = misconception(
  'turns-story-round',
  ['Turns the story round', '把增加和减少弄反了'],
  ['Does it get more or less in the story?', '想一想：题里是变多了，还是变少了？'],
);

export const countsFirstStepTwice = misconception(
  'one-step-too-many',
  ['Takes one step too many', '多算了一次'],
  [
    'From the first to the fourth there are three steps, not four.',
    '从第一个到第四个，中间只有三步，不是四步。',
  ],
);

export const countsOneTooFew = misconception(
  'counts-one-too-few',
  ['Counts one too few', '少算了一份'],
  ['Count again: how many equal parts are there?', '再数一数：一共有几份相同的数？'],
);

export const takesOneOnly = misconception(
  'takes-one-only',
  ['Takes one instead of all', '只算了一个'],
  ['That is the price of one piece. How many are bought?', '这只是一个的价钱。一共买了几个？'],
);

export const takesAwayForSharing = misconception(
  'takes-away-for-sharing',
  ['Subtracts instead of dividing', '该用除法却用了减法'],
  [
    'Subtracting takes one part away once. How many equal parts are there altogether?',
    '减法只去掉一份。想一想：一共能分成几份？',
  ],
);
