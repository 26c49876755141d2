import { expect, test } from 'vitest';
import { weakness } from './password-strength.ts';

const own = ['Ada Lovelace', 'ada@hospital.example'];

test.each([
  ['short1!', 'has 7 characters'],
  ['aaaaaaaaaaaaaaaa', 'repeats itself'],
  ['abababababab12', 'repeats itself'],
  ['password1234', 'tried first'],
  ['123456789012345', 'tried first'],
  ['abcdefghijklmnop', 'tried first'],
  ['praxis-demo-2026', 'tried first'],
  ['AdaLovelace2026', 'tried first'],
  ['ada@hospital.example', 'tried first'],
  ['x'.repeat(60) + 'abcdefgh'.repeat(10), 'at most 128'],
])('%s is refused', (password, why) => {
  expect(weakness(password, own)).toContain(why);
});

test.each([
  'correct horse battery staple',
  'Tr0ub4dor&3-extra',
  '今天天气很好我们去公园散步吧',
  'kV9#mQ2$xL7p',
])('%s is taken', (password) => {
  expect(weakness(password, own)).toBeNull();
});
