/** Lengths, areas, volumes and angles. */
import {
  add,
  divide,
  equal,
  lowestTerms,
  multiply,
  power,
  squareRoot,
  subtract,
} from '../mathematics/build.ts';
import {
  addsBaseAndHeight,
  addsEdges,
  addsLegs,
  addsTwoSides,
  anglesToFullTurn,
  areaForPerimeter,
  baseOnly,
  circumferenceForArea,
  diameterForRadius,
  forgetsHalf,
  forgetsRoot,
  givesSumOfAngles,
  perimeterForArea,
} from '../misconceptions/geometry.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const rectangle = defineTemplate({
  id: 'geometry/rectangle',
  skill: 'geometry.perimeter-area',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'area'),
  sample: (draw, level) => {
    const most = 8 + 12 * level;
    const [a, b] = [draw.whole(3, most), draw.whole(2, most)];
    return a <= b ? null : { a, b, area: draw.whole(0, 1) };
  },
  build: ({ a, b, area }) =>
    area === 1
      ? valueDraft(multiply(a, b), {
          prompt: say(
            'A rectangle is {0} cm long and {1} cm wide. What is its area in square centimetres?',
            '一个长方形长 {0} 厘米、宽 {1} 厘米，面积是多少平方厘米？',
            a,
            b,
          ),
          answer: a * b,
          form: 'number',
          unit: 'cm^2',
          steps: [state(a * b, say('Length times width.', '长乘宽。'))],
          hints: [
            say('How many squares of one centimetre fit in a row?', '一行能放多少个边长 1 厘米的正方形？'),
            say('How many such rows are there?', '一共有多少行？'),
          ],
          mistakes: [
            [perimeterForArea, 2 * (a + b)],
            [addsTwoSides, a + b],
          ],
        })
      : valueDraft(multiply(2, add(a, b)), {
          prompt: say(
            'A rectangle is {0} cm long and {1} cm wide. What is its perimeter in centimetres?',
            '一个长方形长 {0} 厘米、宽 {1} 厘米，周长是多少厘米？',
            a,
            b,
          ),
          answer: 2 * (a + b),
          form: 'number',
          unit: 'cm',
          steps: [
            state(multiply(2, a + b), say('Length and width together, twice.', '长与宽的和，乘 2。')),
            state(2 * (a + b), say('Multiply.', '相乘。')),
          ],
          hints: [
            say('Walk around it: which sides do you pass?', '绕着走一圈，会经过哪些边？'),
            say('How long are one length and one width together?', '一条长和一条宽一共是多少？'),
          ],
          mistakes: [
            [areaForPerimeter, a * b],
            [addsTwoSides, a + b],
          ],
        }),
});

const triangle = defineTemplate({
  id: 'geometry/triangle-area',
  skill: 'geometry.perimeter-area',
  version: 1,
  parameters: wholeNumbers('base', 'height'),
  sample: (draw, level) => {
    const [base, height] = [draw.whole(3, 8 + 14 * level), draw.whole(3, 8 + 10 * level)];
    return level < 3 && (base * height) % 2 === 1 ? null : { base, height };
  },
  build: ({ base, height }) =>
    valueDraft(divide(multiply(base, height), 2), {
      prompt: say(
        'A triangle has a base of {0} cm and a height of {1} cm. What is its area in square centimetres?',
        '一个三角形底 {0} 厘米、高 {1} 厘米，面积是多少平方厘米？',
        base,
        height,
      ),
      answer: lowestTerms(base * height, 2),
      form: 'number',
      unit: 'cm^2',
      steps: [
        state(divide(base * height, 2), say('Base times height.', '底乘高。')),
        state(lowestTerms(base * height, 2), say('Halve it.', '除以 2。')),
      ],
      hints: [
        say(
          'Two such triangles make a parallelogram. What is its area?',
          '两个这样的三角形拼成一个平行四边形，它的面积是多少？',
        ),
        say('Which part of it is the triangle?', '三角形是它的几分之几？'),
      ],
      mistakes: [
        [forgetsHalf, base * height],
        [addsBaseAndHeight, base + height],
      ],
    }),
});

const circle = defineTemplate({
  id: 'geometry/circle-area',
  skill: 'geometry.circle',
  version: 1,
  parameters: wholeNumbers('radius', 'given'),
  sample: (draw, level) => ({
    radius: draw.whole(3, 20 + 30 * level),
    given: level === 1 ? 0 : draw.whole(0, 1),
  }),
  build: ({ radius, given }) => {
    const area = (r: number) => multiply(r * r, 'Pi');
    const prompt =
      given === 0
        ? say(
            'A circle has a radius of {0} cm. What is its area in square centimetres? Leave {1} as it is.',
            '一个圆的半径是 {0} 厘米，面积是多少平方厘米？结果保留 {1}。',
            radius,
            'Pi',
          )
        : say(
            'A circle has a diameter of {0} cm. What is its area in square centimetres? Leave {1} as it is.',
            '一个圆的直径是 {0} 厘米，面积是多少平方厘米？结果保留 {1}。',
            2 * radius,
            'Pi',
          );
    const size = given === 0 ? radius : divide(2 * radius, 2);
    return valueDraft(multiply('Pi', power(size, 2)), {
      prompt,
      answer: area(radius),
      form: 'any',
      unit: 'cm^2',
      steps: [
        ...(given === 0
          ? []
          : [
              state(multiply('Pi', power(radius, 2)), say('The radius is half of it.', '半径是直径的一半。')),
            ]),
        state(area(radius), say('Square the radius.', '算出半径的平方。')),
      ],
      hints: [
        say('Which length does the area of a circle need?', '求圆的面积要用哪条线段的长？'),
        say('Pi times the square of the radius.', '圆周率乘半径的平方。'),
      ],
      mistakes: [
        [circumferenceForArea, multiply(2 * radius, 'Pi')],
        [diameterForRadius, area(2 * radius)],
      ],
    });
  },
});

const triples = [
  [3, 4, 5],
  [5, 12, 13],
  [8, 15, 17],
  [7, 24, 25],
  [20, 21, 29],
  [9, 40, 41],
  [12, 35, 37],
] as const;

const hypotenuse = defineTemplate({
  id: 'geometry/pythagoras',
  skill: 'geometry.pythagoras',
  version: 1,
  parameters: wholeNumbers('triple', 'factor', 'leg'),
  sample: (draw, level) => ({
    triple: draw.whole(0, level === 1 ? 2 : triples.length - 1),
    factor: draw.whole(1, 6 + 4 * level),
    leg: level === 1 ? 0 : draw.whole(0, 2),
  }),
  build: ({ triple, factor, leg }) => {
    const [p, q, r] = (triples[triple] ?? triples[0]).map((side) => side * factor);
    const [a, b, c] = [p ?? 3, q ?? 4, r ?? 5];
    // The hypotenuse is asked for, or one of the legs.
    const [known, other, asked] = leg === 0 ? [a, b, c] : leg === 1 ? [c, a, b] : [c, b, a];
    const join = leg === 0 ? add : subtract;
    const prompt =
      leg === 0
        ? say(
            'The legs of a right triangle are {0} cm and {1} cm long. How long is the hypotenuse, in centimetres?',
            '直角三角形的两条直角边长 {0} 厘米和 {1} 厘米，斜边长多少厘米？',
            a,
            b,
          )
        : say(
            'A right triangle has a hypotenuse of {0} cm and a leg of {1} cm. How long is the other leg, in centimetres?',
            '直角三角形的斜边长 {0} 厘米，一条直角边长 {1} 厘米，另一条直角边长多少厘米？',
            known,
            other,
          );
    return valueDraft(squareRoot(join(power(known, 2), power(other, 2))), {
      prompt,
      answer: asked,
      form: 'number',
      unit: 'cm',
      steps: [
        state(squareRoot(join(known ** 2, other ** 2)), say('Square both lengths.', '把两个长度平方。')),
        state(squareRoot(asked ** 2), leg === 0 ? say('Add.', '相加。') : say('Subtract.', '相减。')),
        state(asked, say('Take the root.', '开平方。')),
      ],
      hints: [
        say('How are the squares of the three sides related?', '三条边的平方之间有什么关系？'),
        say('Which of the sides is opposite the right angle?', '哪条边对着直角？'),
      ],
      mistakes: [
        [addsLegs, Math.abs(leg === 0 ? known + other : known - other)],
        [forgetsRoot, asked ** 2],
      ],
      demands: { leg: leg === 0 ? 0 : 1 },
    });
  },
});

const box = defineTemplate({
  id: 'geometry/box-volume',
  skill: 'geometry.volume',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c'),
  sample: (draw, level) => {
    const most = 6 + 5 * level;
    return { a: draw.whole(2, most), b: draw.whole(2, most), c: draw.whole(2, most) };
  },
  build: ({ a, b, c }) =>
    valueDraft(multiply(a, b, c), {
      prompt: say(
        'A box is {0} cm long, {1} cm wide and {2} cm high. What is its volume in cubic centimetres?',
        '一个长方体长 {0} 厘米、宽 {1} 厘米、高 {2} 厘米，体积是多少立方厘米？',
        a,
        b,
        c,
      ),
      answer: a * b * c,
      form: 'number',
      unit: 'cm^3',
      steps: [
        aside(
          equal(multiply(a, b), a * b),
          say('This many cubes make one layer.', '一层能放这么多个小正方体。'),
        ),
        state(multiply(a * b, c), say('There are {0} layers.', '一共有 {0} 层。', c)),
        state(a * b * c, say('Multiply.', '相乘。')),
      ],
      hints: [
        say('How many cubes of one centimetre make one layer?', '一层能放多少个棱长 1 厘米的正方体？'),
        say('How many layers are there?', '一共有多少层？'),
      ],
      mistakes: [
        [addsEdges, a + b + c],
        [baseOnly, a * b],
      ],
    }),
});

const angle = defineTemplate({
  id: 'geometry/triangle-angle',
  skill: 'geometry.angles',
  version: 1,
  parameters: wholeNumbers('a', 'b'),
  sample: (draw, level) => {
    const step = level === 1 ? 5 : 1;
    const [a, b] = [step * draw.whole(20 / step, 100 / step), step * draw.whole(20 / step, 100 / step)];
    return a + b > 165 || a + b === 90 ? null : { a, b };
  },
  build: ({ a, b }) =>
    valueDraft(subtract(subtract(180, a), b), {
      prompt: say(
        'Two angles of a triangle are {0} and {1} degrees. How many degrees is the third angle?',
        '一个三角形的两个内角是 {0} 度和 {1} 度，第三个角是多少度？',
        a,
        b,
      ),
      answer: 180 - a - b,
      form: 'number',
      unit: 'degrees',
      steps: [
        state(subtract(180, a + b), say('All three together are 180 degrees.', '三个内角的和是 180 度。')),
        state(180 - a - b, say('Subtract.', '相减。')),
      ],
      hints: [
        say('How many degrees are the three angles together?', '三个内角一共多少度？'),
        say('How many degrees are the two known angles together?', '已知的两个角一共多少度？'),
      ],
      mistakes: [
        [anglesToFullTurn, 360 - a - b],
        [givesSumOfAngles, a + b],
      ],
    }),
});

export const geometryTemplates: readonly Template[] = [rectangle, triangle, circle, hypotenuse, box, angle];
