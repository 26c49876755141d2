/** Measures with their units: two units in one rectangle, the way around a circle, the skin of a box, angles on a line. */
import { add, divide, equal, multiply, subtract } from '../mathematics/build.ts';
import {
  addsTwoSides,
  anglesOnLineToFullTurn,
  areaForCircumference,
  mixesUnits,
  radiusForDiameter,
  threeFacesOnly,
  volumeForSurface,
} from '../misconceptions/geometry.ts';
import { stopsHalfway } from '../misconceptions/stories.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { decimal } from './whole.ts';

const twoUnits = defineTemplate({
  id: 'geometry/rectangle-two-units',
  skill: 'geometry.perimeter-area',
  version: 1,
  parameters: wholeNumbers('decimetres', 'width'),
  sample: (draw, level) => {
    const [decimetres, width] = [draw.whole(11, 20 + 20 * level), draw.whole(3, 20 * level)];
    return decimetres % 10 === 0 || (level === 1 && width % 5 !== 0) ? null : { decimetres, width };
  },
  build: ({ decimetres, width }) => {
    const [metres, length] = [decimal(decimetres, 1), 10 * decimetres];
    return valueDraft(multiply(100, metres, width), {
      prompt: say(
        'A board is {0} m long and {1} cm wide. What is its area? Write the unit too.',
        '一块长方形木板长 {0} 米、宽 {1} 厘米，面积是多少？请写上单位。',
        metres,
        width,
      ),
      answer: length * width,
      form: 'number',
      unit: 'cm^2',
      asksUnit: true,
      steps: [
        aside(
          equal(multiply(metres, 100), length),
          say('Both lengths in centimetres: a metre has 100 of them.', '统一单位：1 米等于 100 厘米。'),
        ),
        state(
          multiply(length, width),
          say('Length times width, in square centimetres.', '长乘宽，单位是平方厘米。'),
        ),
        state(length * width, say('Multiply.', '相乘。')),
      ],
      hints: [
        say('Are both lengths given in the same unit?', '长和宽的单位相同吗？'),
        say('Write the length in centimetres first.', '先把长化成以厘米为单位。'),
      ],
      mistakes: [
        [mixesUnits, (decimetres * width) / 10],
        [addsTwoSides, length + width],
      ],
      demands: { units: 2 },
    });
  },
});

const circumference = defineTemplate({
  id: 'geometry/circumference',
  skill: 'geometry.circle',
  version: 1,
  parameters: wholeNumbers('radius', 'given'),
  sample: (draw, level) => ({
    radius: draw.whole(3, 30 + 60 * level),
    given: level === 1 ? 1 : draw.whole(0, 1),
  }),
  build: ({ radius, given }) => {
    const [size, prompt] =
      given === 0
        ? [
            multiply(2, radius),
            say(
              'A circle has a radius of {0} cm. What is its circumference in centimetres? Leave {1} as it is.',
              '一个圆的半径是 {0} 厘米，周长是多少厘米？结果保留 {1}。',
              radius,
              'Pi',
            ),
          ]
        : [
            2 * radius,
            say(
              'A circle has a diameter of {0} cm. What is its circumference in centimetres? Leave {1} as it is.',
              '一个圆的直径是 {0} 厘米，周长是多少厘米？结果保留 {1}。',
              2 * radius,
              'Pi',
            ),
          ];
    return valueDraft(multiply('Pi', size), {
      prompt,
      answer: multiply(2 * radius, 'Pi'),
      form: 'any',
      unit: 'cm',
      steps: [
        ...(given === 0
          ? [
              state(
                multiply('Pi', 2 * radius),
                say('The diameter is twice the radius.', '直径是半径的 2 倍。'),
              ),
            ]
          : []),
        state(
          multiply(2 * radius, 'Pi'),
          say('The circumference is the diameter times pi.', '圆的周长等于直径乘圆周率。'),
        ),
      ],
      hints: [
        say('How many times does the diameter fit around the circle?', '圆的周长大约是直径的几倍？'),
        say('Is the radius given or the diameter?', '题目给的是半径还是直径？'),
      ],
      mistakes: [
        given === 0
          ? [radiusForDiameter, multiply(radius, 'Pi')]
          : [radiusForDiameter, multiply(4 * radius, 'Pi')],
        [areaForCircumference, multiply(radius * radius, 'Pi')],
      ],
      demands: { doubled: given === 0 ? 1 : 0 },
    });
  },
});

const boxSurface = defineTemplate({
  id: 'geometry/box-surface',
  skill: 'geometry.volume',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c'),
  sample: (draw, level) => {
    const most = 6 + 5 * level;
    return { a: draw.whole(2, most), b: draw.whole(2, most), c: draw.whole(2, most) };
  },
  build: ({ a, b, c }) => {
    const half = a * b + a * c + b * c;
    return valueDraft(multiply(2, add(multiply(a, b), multiply(a, c), multiply(b, c))), {
      prompt: say(
        'A box is {0} cm long, {1} cm wide and {2} cm high. What is its surface in square centimetres?',
        '一个长方体长 {0} 厘米、宽 {1} 厘米、高 {2} 厘米，表面积是多少平方厘米？',
        a,
        b,
        c,
      ),
      answer: 2 * half,
      form: 'number',
      unit: 'cm^2',
      steps: [
        state(
          multiply(2, add(a * b, a * c, b * c)),
          say('Three different faces, each of them twice.', '三个不同的面，每个面有两个。'),
        ),
        state(multiply(2, half), say('Add.', '相加。')),
        state(2 * half, say('Double it.', '乘 2。')),
      ],
      hints: [
        say('How many faces has a box, and which are equal?', '长方体有几个面？哪些面相同？'),
        say('Find the area of the face on which it stands first.', '先求底面的面积。'),
      ],
      mistakes: [
        [threeFacesOnly, half],
        [volumeForSurface, a * b * c],
      ],
    });
  },
});

const anglesOnLine = defineTemplate({
  id: 'geometry/angles-on-line',
  skill: 'geometry.angles',
  version: 1,
  parameters: wholeNumbers('angle', 'times', 'rest'),
  sample: (draw, level) => {
    const [angle, times] = [draw.whole(8, 60), draw.whole(2, 1 + 2 * level)];
    const rest = 180 - (times + 1) * angle;
    return rest < 5 || rest > 120 || rest === angle ? null : { angle, times, rest };
  },
  build: ({ angle, times, rest }) =>
    valueDraft(divide(subtract(180, rest), add(1, times)), {
      prompt: say(
        'Three angles side by side make a straight line. One of them is {0} degrees. Of the other two, one is {1} times as large as the other. How many degrees is the smaller one?',
        '三个角并排，正好组成一个平角。其中一个角是 {0} 度，另外两个角中，大角是小角的 {1} 倍。这个小角是多少度？',
        rest,
        times,
      ),
      answer: angle,
      form: 'number',
      unit: 'degrees',
      steps: [
        state(
          divide(180 - rest, add(1, times)),
          say(
            'On a straight line they add up to 180 degrees: take away the known one.',
            '平角是 180 度，先减去已知的角。',
          ),
        ),
        state(
          divide(180 - rest, times + 1),
          say('The rest has {0} equal parts.', '剩下的一共是 {0} 份。', times + 1),
        ),
        state(angle, say('Divide.', '相除。')),
      ],
      hints: [
        say('How many degrees are there on one side of a straight line?', '平角是多少度？'),
        say(
          'If the small angle is one part, how many parts are both together?',
          '把小角看作 1 份，这两个角一共是几份？',
        ),
      ],
      mistakes: [
        [anglesOnLineToFullTurn, divide(360 - rest, times + 1)],
        [stopsHalfway, 180 - rest],
      ],
      demands: { parts: 1 },
    }),
});

export const measureTemplates: readonly Template[] = [twoUnits, circumference, boxSurface, anglesOnLine];
