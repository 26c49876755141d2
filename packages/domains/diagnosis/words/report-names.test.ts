import { expect, test } from 'vitest';
import { features } from '../features/definitions.ts';
import { exclusionReasons } from '../pipeline/cohort.ts';
import { limitsEn } from './limits.en.ts';
import { reportNames } from './report-names.ts';

test.each(['en', 'zh'] as const)(
  'a report names every key that a card of this vertical can hold (%s)',
  (language) => {
    const names = reportNames(language);
    for (const { name } of features) expect(names.feature(name)).not.toBe(name);
    for (const reason of exclusionReasons) expect(names.excluded(reason)).not.toBe(reason);
    for (const limit of Object.keys(limitsEn)) expect(names.limit(limit)).not.toBe(limit);
    expect(names.definition('diabetes')).not.toBeNull();
  },
);

test('the flag of sex is called by whom it flags, units by their words, and what is not known by its key', () => {
  expect(reportNames('en').feature('male')).toBe('Male');
  expect(reportNames('zh').unit('ageYears', 'years')).toBe('岁');
  expect(reportNames('en').level('age', 'from65')).toBe('65 years and over');
  expect([reportNames('en').outcome('gout'), reportNames('en').definition('gout')]).toEqual(['gout', null]);
});
