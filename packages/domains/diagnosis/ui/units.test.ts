import { expect, test } from 'vitest';
import { fromShownUnit, shownUnit, toShownUnit } from './units.ts';

test('HDL 40 mg/dL is 1.03 mmol/L and comes back unchanged', () => {
  const shown = toShownUnit(40, 'mg/dL', 'mmolL');
  expect(shown).toBeCloseTo(1.034, 3);
  expect(fromShownUnit(shown, 'mg/dL', 'mmolL')).toBeCloseTo(40, 12);
  expect(shownUnit('mg/dL', 'mmolL')).toBe('mmol/L');
});

test('pressure and weight do not know the preference', () => {
  expect(toShownUnit(152, 'mmHg', 'mmolL')).toBe(152);
  expect(fromShownUnit(80, 'kg', 'mmolL')).toBe(80);
  expect(shownUnit('mmHg', 'mmolL')).toBe('mmHg');
  expect(shownUnit(null, 'mgDl')).toBeNull();
});
