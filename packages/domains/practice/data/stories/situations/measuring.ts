/** Situations with distances, areas, ages, temperatures, chances and scores. */
import type { Situation } from '../story.ts';
import { between, oneOf } from './draws.ts';

export const journey: Situation = {
  id: 'journey',
  people: 1,
  names: null,
  numbers: { speed: 'speed', time: 'hours' },
  asked: ['distance'],
  timeless: false,
  draw: (random, level) => ({ speed: 5 * between(random, 6, 30), time: between(random, 2, 7 + 3 * level) }),
  task: ({ speed, time }) => ({ kind: 'evaluate', expression: `${speed}*${time}` }),
  wordings: {
    en: {
      parts: [
        [
          '{a} travels at {speed} for {time}.',
          '{a} takes a train that goes {speed}, and the trip [takes|lasts] {time}.',
          'a train goes {speed}. {a} [rides|travels] in it for {time}.',
        ],
      ],
      questions: {
        distance: [
          { direct: 'how far does {a} travel', indirect: 'how far {a} travels' },
          { direct: 'how many kilometres does {a} travel', indirect: 'how many kilometres {a} travels' },
        ],
      },
      leads: ['none', 'saturday', 'suppose'],
      frames: ['plain', 'workOut', 'tryToFind'],
    },
    zh: {
      parts: [['{a}坐火车，[车速是|速度是]{speed}，坐了{time}。', '火车{speed}，{a}坐了{time}。']],
      questions: {
        distance: [
          { direct: '{a}一共走了多少千米', indirect: '' },
          { direct: '这段路[长|有]多少千米', indirect: '' },
        ],
      },
      leads: ['none', 'saturday', 'imagine'],
      frames: ['plain', 'findOut', 'canYouTell'],
    },
  },
};

export const travelTime: Situation = {
  id: 'travelTime',
  people: 1,
  names: null,
  numbers: { distance: 'distance', speed: 'speed' },
  asked: ['time'],
  timeless: false,
  draw: (random, level) => {
    const speed = 5 * between(random, 6, 30);
    return { distance: speed * between(random, 2, 7 + 3 * level), speed };
  },
  task: ({ distance, speed }) => ({ kind: 'solve', equation: `${speed}*t=${distance}`, variable: 't' }),
  wordings: {
    en: {
      parts: [
        [
          '{a} travels {distance} at {speed}.',
          '{a} [has|makes] a trip of {distance} and travels at {speed}.',
          "{a}'s trip is {distance} long, and the train goes {speed}.",
        ],
      ],
      questions: {
        time: [
          {
            direct: 'how many hours does the trip [take|last]',
            indirect: 'how many hours the trip [takes|lasts]',
          },
          { direct: 'how many hours does {a} travel', indirect: 'how many hours {a} travels' },
        ],
      },
      leads: ['none', 'oneDay', 'holidays'],
      frames: ['plain', 'calculate', 'canYouTell'],
    },
    zh: {
      parts: [['{a}要走{distance}，[车速是|速度是]{speed}。', '{a}的路程是{distance}，坐的火车{speed}。']],
      questions: {
        time: [
          { direct: '{a}要走多少小时', indirect: '' },
          { direct: '路上[要用|需要]多少小时', indirect: '' },
        ],
      },
      leads: ['none', 'holidays', 'puzzle'],
      frames: ['plain', 'workOut', 'doYouKnow'],
    },
  },
};

export const garden: Situation = {
  id: 'garden',
  people: 1,
  names: null,
  numbers: { length: 'metres', width: 'metres' },
  asked: ['area', 'perimeter'],
  timeless: true,
  draw: (random, level) => {
    const width = between(random, 3, 14 * level);
    return { length: width + between(random, 1, 20 * level), width };
  },
  task: ({ length, width }, asked) => ({
    kind: 'evaluate',
    expression: asked === 'area' ? `${length}*${width}` : `2*(${length}+${width})`,
  }),
  wordings: {
    en: {
      parts: [
        [
          '{a} has a rectangular garden that is {length} long and {width} wide.',
          "{a}'s rectangular garden is {length} long and {width} wide.",
          "{a}'s rectangular garden has a length of {length} and a width of {width}.",
        ],
      ],
      questions: {
        area: [
          { direct: 'what is the area of the garden', indirect: 'the area of the garden' },
          {
            direct: 'how many square metres does the garden cover',
            indirect: 'how many square metres the garden covers',
          },
        ],
        perimeter: [
          { direct: 'what is the perimeter of the garden', indirect: 'the perimeter of the garden' },
          {
            direct: 'how long is a fence around the garden',
            indirect: 'how long a fence around the garden is',
          },
        ],
      },
      leads: ['none', 'imagine', 'puzzle'],
      frames: ['plain', 'workOut', 'calculate'],
    },
    zh: {
      parts: [
        [
          '{a}家有一个长方形菜园，长{length}，宽{width}。',
          '{a}家的菜园是长方形，长是{length}，宽是{width}。',
        ],
      ],
      questions: {
        area: [
          { direct: '菜园的面积是多少平方米', indirect: '' },
          { direct: '这个菜园有多少平方米', indirect: '' },
        ],
        perimeter: [
          { direct: '菜园的周长是多少米', indirect: '' },
          { direct: '给菜园围一圈篱笆要多少米', indirect: '' },
        ],
      },
      leads: ['none', 'think', 'suppose'],
      frames: ['plain', 'calculate', 'canYouTell'],
    },
  },
};

export const ages: Situation = {
  id: 'ages',
  people: 2,
  names: null,
  numbers: { difference: 'years', sum: 'years' },
  asked: ['older', 'younger'],
  timeless: true,
  draw: (random) => {
    const [younger, difference] = [between(random, 4, 14), between(random, 2, 9)];
    return { difference, sum: 2 * younger + difference };
  },
  task: ({ difference, sum }, asked) => ({
    kind: 'system',
    equation: `a-b=${difference}, a+b=${sum}`,
    variable: asked === 'older' ? 'a, b' : 'b, a',
  }),
  wordings: {
    en: {
      parts: [
        ['{a} is {difference} older than {b}.', '{b} is {difference} younger than {a}.'],
        ['together they are {sum} old.', 'their ages [add up to|make] {sum} together.'],
      ],
      questions: {
        older: [
          { direct: 'how old is {a}', indirect: 'how old {a} is' },
          { direct: "what is {a}'s age", indirect: "{a}'s age" },
        ],
        younger: [
          { direct: 'how old is {b}', indirect: 'how old {b} is' },
          { direct: "what is {b}'s age", indirect: "{b}'s age" },
        ],
      },
      leads: ['none', 'suppose', 'think'],
      frames: ['plain', 'findOut', 'canYouTell'],
    },
    zh: {
      parts: [
        ['{a}比{b}大{difference}。', '{b}比{a}小{difference}。'],
        ['两人的年龄[加起来|合起来]是{sum}。', '两人今年一共{sum}。'],
      ],
      questions: {
        older: [
          { direct: '{a}今年[多少岁|几岁]', indirect: '' },
          { direct: '{a}的年龄是多少岁', indirect: '' },
        ],
        younger: [
          { direct: '{b}今年[多少岁|几岁]', indirect: '' },
          { direct: '{b}的年龄是多少岁', indirect: '' },
        ],
      },
      leads: ['none', 'imagine', 'puzzle'],
      frames: ['plain', 'findOut', 'doYouKnow'],
    },
  },
};

const temperatureNumbers = { start: 'temperature', change: 'degrees' } as const;
const temperatureQuestions = {
  en: {
    evening: [
      { direct: 'what is the temperature in the evening', indirect: 'the temperature in the evening' },
      { direct: 'how many degrees is it in the evening', indirect: 'how many degrees it is in the evening' },
    ],
  },
  zh: {
    evening: [
      { direct: '晚上的气温是多少摄氏度', indirect: '' },
      { direct: '晚上是多少摄氏度', indirect: '' },
    ],
  },
};

export const cooling: Situation = {
  id: 'cooling',
  people: 0,
  names: null,
  numbers: temperatureNumbers,
  asked: ['evening'],
  timeless: true,
  draw: (random, level) => ({
    start: between(random, -10 * level, 15),
    change: between(random, 3, 15 + 5 * level),
  }),
  task: ({ start, change }) => ({ kind: 'evaluate', expression: `${start}-${change}` }),
  wordings: {
    en: {
      parts: [
        ['in the morning it is {start}.', 'the thermometer shows {start} in the morning.'],
        ['by evening the temperature [falls|drops] by {change}.', 'by evening it gets {change} colder.'],
      ],
      questions: temperatureQuestions.en,
      leads: ['none', 'imagine', 'puzzle'],
      frames: ['plain', 'calculate', 'doYouKnow'],
    },
    zh: {
      parts: [
        ['早上的气温是{start}。', '早上温度计显示{start}。'],
        ['到了晚上，气温[下降了|降低了]{change}。', '到晚上气温[下降|降低]{change}。'],
      ],
      questions: temperatureQuestions.zh,
      leads: ['none', 'imagine', 'think'],
      frames: ['plain', 'workOut', 'tryToFind'],
    },
  },
};

export const warming: Situation = {
  ...cooling,
  id: 'warming',
  draw: (random, level) => ({
    start: between(random, -12 * level, 9),
    change: between(random, 3, 15 + 5 * level),
  }),
  task: ({ start, change }) => ({ kind: 'evaluate', expression: `${start}+${change}` }),
  wordings: {
    en: {
      parts: [
        ['in the morning it is {start}.', 'the thermometer shows {start} in the morning.'],
        ['by evening the temperature [rises|climbs] by {change}.', 'by evening it gets {change} warmer.'],
      ],
      questions: temperatureQuestions.en,
      leads: ['none', 'suppose', 'think'],
      frames: ['plain', 'workOut', 'canYouTell'],
    },
    zh: {
      parts: [
        ['早上的气温是{start}。', '早上温度计显示{start}。'],
        ['到了晚上，气温[上升了|升高了]{change}。', '到晚上气温[上升|升高]{change}。'],
      ],
      questions: temperatureQuestions.zh,
      leads: ['none', 'suppose', 'puzzle'],
      frames: ['plain', 'findOut', 'calculate'],
    },
  },
};

export const chance: Situation = {
  id: 'chance',
  people: 1,
  names: null,
  numbers: { red: 'redBalls', blue: 'blueBalls' },
  asked: ['red', 'blue'],
  timeless: true,
  draw: (random, level) => ({ red: between(random, 2, 15 * level), blue: between(random, 2, 15 * level) }),
  task: ({ red, blue }, asked) => ({
    kind: 'evaluate',
    expression: `${asked === 'red' ? red : blue}/(${red}+${blue})`,
  }),
  wordings: {
    en: {
      parts: [
        ['a bag holds {red} and {blue}.', 'there are {red} and {blue} in a bag.'],
        [
          '{a} [takes out|draws] one ball without looking.',
          '{a} [takes out|draws] one ball with closed eyes.',
        ],
      ],
      questions: {
        red: [
          { direct: 'what is the chance that it is red', indirect: 'the chance that it is red' },
          { direct: 'how likely is a red ball', indirect: 'how likely a red ball is' },
        ],
        blue: [
          { direct: 'what is the chance that it is blue', indirect: 'the chance that it is blue' },
          { direct: 'how likely is a blue ball', indirect: 'how likely a blue ball is' },
        ],
      },
      leads: ['none', 'imagine', 'suppose'],
      frames: ['plain', 'findOut', 'doYouKnow'],
    },
    zh: {
      parts: [
        ['袋子里有{red}和{blue}。', '一个袋子里装着{red}和{blue}。'],
        ['{a}闭着眼睛[摸出|拿出]一个球。', '{a}不看袋子，[摸出|拿出]一个球。'],
      ],
      questions: {
        red: [
          { direct: '[摸到|拿到]红球的可能性是多少', indirect: '' },
          { direct: '这个球是红球的可能性是多少', indirect: '' },
        ],
        blue: [
          { direct: '[摸到|拿到]蓝球的可能性是多少', indirect: '' },
          { direct: '这个球是蓝球的可能性是多少', indirect: '' },
        ],
      },
      leads: ['none', 'suppose', 'think'],
      frames: ['plain', 'workOut', 'findOut'],
    },
  },
};

export const mean: Situation = {
  id: 'mean',
  people: 1,
  names: null,
  numbers: { score1: 'score', score2: 'score', score3: 'score', score4: 'score' },
  asked: ['mean'],
  timeless: false,
  draw: (random, level) => {
    const middle = between(random, 8, 20 * level);
    const [near, far] = [between(random, 1, 3), oneOf(random, [4, 5, 6])];
    const quarter = between(random, -1, 1);
    return {
      score1: middle + near,
      score2: middle - far,
      score3: middle + far,
      score4: middle - near + 4 * quarter,
    };
  },
  task: ({ score1, score2, score3, score4 }) => ({
    kind: 'statistic',
    expression: `(${score1}+${score2}+${score3}+${score4})/4`,
  }),
  wordings: {
    en: {
      parts: [
        [
          '{a} [scores|gets] {score1}, {score2}, {score3} and {score4} points in four tests.',
          'in four tests, {a} [scores|gets] {score1}, {score2}, {score3} and {score4} points.',
        ],
      ],
      questions: {
        mean: [
          { direct: "what is {a}'s mean score", indirect: "{a}'s mean score" },
          {
            direct: 'how many points does {a} get on average',
            indirect: 'how many points {a} gets on average',
          },
        ],
      },
      leads: ['none', 'holidays', 'think'],
      frames: ['plain', 'calculate', 'tryToFind'],
    },
    zh: {
      parts: [
        [
          '{a}四次测验[得了|考了]{score1}、{score2}、{score3}和{score4}。',
          '四次测验中，{a}[得了|考了]{score1}、{score2}、{score3}和{score4}。',
        ],
      ],
      questions: {
        mean: [
          { direct: '{a}的平均分是多少', indirect: '' },
          { direct: '{a}平均每次得多少分', indirect: '' },
        ],
      },
      leads: ['none', 'today', 'suppose'],
      frames: ['plain', 'doYouKnow', 'canYouTell'],
    },
  },
};
