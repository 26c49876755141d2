/** Misconceptions about lengths, areas and angles. */
import { misconception } from './misconception.ts';

export const perimeterForArea = misconception(
  'perimeter-for-area',
  ['Takes the perimeter for the area', '把周长当成面积'],
  [
    'The area counts squares that fit in; the perimeter is the way around.',
    '面积是里面能铺多少个小正方形，周长是一圈的长度。',
  ],
);

export const areaForPerimeter = misconception(
  'area-for-perimeter',
  ['Takes the area for the perimeter', '把面积当成周长'],
  ['The perimeter is the way around: all sides are added.', '周长是一圈的长度，要把所有的边加起来。'],
);

export const addsTwoSides = misconception(
  'adds-two-sides-only',
  ['Adds two of the four sides only', '只加了两条边'],
  ['A rectangle has four sides, two of each length.', '长方形有四条边，长和宽各两条。'],
);

export const forgetsHalf = misconception(
  'forgets-half-of-triangle',
  ['Forgets to halve', '忘记除以 2'],
  [
    'A triangle is half of the parallelogram with the same base and height.',
    '三角形是等底等高的平行四边形的一半。',
  ],
);

export const addsBaseAndHeight = misconception(
  'adds-base-and-height',
  ['Adds base and height', '把底和高相加'],
  ['The area of a triangle is half of base times height.', '三角形的面积是底乘高的一半。'],
);

export const circumferenceForArea = misconception(
  'circumference-for-area',
  ['Takes the circumference for the area', '把圆的周长当成面积'],
  [
    'The area of a circle has the radius squared in it, the circumference twice the radius.',
    '圆的面积用半径的平方，周长用半径的 2 倍。',
  ],
);

export const diameterForRadius = misconception(
  'diameter-for-radius',
  ['Takes the diameter for the radius', '把直径当成半径'],
  ['The radius is half of the diameter.', '半径是直径的一半。'],
);

export const addsLegs = misconception(
  'adds-legs',
  ['Adds the sides instead of their squares', '直接把两条直角边相加'],
  [
    'The squares of the legs add up to the square of the hypotenuse; the lengths do not.',
    '两条直角边的平方和等于斜边的平方，长度不能直接相加。',
  ],
);

export const forgetsRoot = misconception(
  'forgets-root-of-square',
  ['Stops at the square of the length', '没有开平方'],
  ['That is the square of the length. The root is still to be taken.', '这是长度的平方，还要开平方。'],
);

export const anglesToFullTurn = misconception(
  'triangle-angles-to-full-turn',
  ['Lets the angles of a triangle add up to 360°', '以为三角形内角和是 360°'],
  [
    'The angles of a triangle add up to 180 degrees, half a full turn.',
    '三角形的内角和是 180 度，不是 360 度。',
  ],
);

export const givesSumOfAngles = misconception(
  'gives-sum-of-known-angles',
  ['Gives the sum of the known angles', '求成了已知两角的和'],
  [
    'That is the sum of the two known angles. The third one is what is missing to 180 degrees.',
    '这是已知两个角的和，第三个角是 180 度减去它。',
  ],
);

export const addsEdges = misconception(
  'adds-edges-for-volume',
  ['Adds the edges', '把三条棱长相加'],
  ['The volume counts cubes: length times width times height.', '体积是能放多少个小正方体：长乘宽乘高。'],
);

export const baseOnly = misconception(
  'area-of-base-for-volume',
  ['Gives the area of the base', '只求了底面积'],
  ['That is one layer. The height says how many layers there are.', '这只是一层，高说明有多少层。'],
);

export const mixesUnits = misconception(
  'mixes-units',
  ['Multiplies lengths in different units', '单位不同就直接相乘'],
  [
    'Metres times centimetres is no unit of area. Write both lengths in one unit first.',
    '米和厘米不能直接相乘，要先把两个长度化成相同的单位。',
  ],
);

export const radiusForDiameter = misconception(
  'radius-and-diameter-swapped',
  ['Mixes up radius and diameter', '把半径和直径弄混'],
  [
    'The circumference is pi times the diameter, and the diameter is twice the radius.',
    '圆的周长等于圆周率乘直径，直径是半径的 2 倍。',
  ],
);

export const areaForCircumference = misconception(
  'area-for-circumference',
  ['Takes the area for the circumference', '把圆的面积当成周长'],
  [
    'The circumference is the way around, a length: nothing is squared in it.',
    '周长是绕圆一周的长度，不需要平方。',
  ],
);

export const threeFacesOnly = misconception(
  'three-faces-only',
  ['Counts three of the six faces', '只算了三个面'],
  [
    'A box has six faces: each face has an equal one opposite.',
    '长方体有六个面，相对的面相同，每种面有两个。',
  ],
);

export const volumeForSurface = misconception(
  'volume-for-surface',
  ['Takes the volume for the surface', '把体积当成表面积'],
  [
    'The surface is what you would paint: the areas of all faces together.',
    '表面积是所有面的面积的和，就像给盒子刷漆的面积。',
  ],
);

export const anglesOnLineToFullTurn = misconception(
  'angles-on-line-to-full-turn',
  ['Lets the angles on a line add up to 360°', '以为平角是 360°'],
  [
    'On one side of a straight line there is half a turn: 180 degrees.',
    '平角是半圈，是 180 度，不是 360 度。',
  ],
);
