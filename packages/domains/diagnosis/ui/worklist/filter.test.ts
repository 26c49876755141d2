import { expect, test } from 'vitest';
import { filterSearch, parseFilter, worklistQuery } from './filter.ts';

test('no parameters: everyone, by risk of diabetes, highest first, page 1', () => {
  const filter = parseFilter({});
  expect(filter).toMatchObject({
    outcome: 'diabetes',
    sort: 'risk',
    direction: 'descending',
    text: '',
    page: 1,
  });
  expect(filter.band).toBeUndefined();
  expect(filterSearch(filter)).toBe('');
});

test('an untouched form sends empty fields, which filter nothing', () => {
  expect(parseFilter({ band: '', from: '', to: '', sex: '', text: '' })).toEqual(parseFilter({}));
});

test('what cannot be read is left out, the rest holds', () => {
  const filter = parseFilter({
    outcome: 'gout',
    band: 'purple',
    from: 'x',
    to: '70',
    page: '-3',
    sex: 'female',
  });
  expect(filter).toMatchObject({ outcome: 'diabetes', to: 70, sex: 'female', page: 1 });
  expect(filter.band).toBeUndefined();
  expect(filter.from).toBeUndefined();
});

test('ages the wrong way round are swapped', () => {
  expect(parseFilter({ from: '70', to: '40' })).toMatchObject({ from: 40, to: 70 });
});

test('of a repeated parameter the first counts', () => {
  expect(parseFilter({ outcome: ['hypertension', 'diabetes'] }).outcome).toBe('hypertension');
});

test('the address holds the filter and gives it back', () => {
  const filter = parseFilter({
    outcome: 'hypertension',
    band: 'veryHigh',
    from: '40',
    sex: 'male',
    text: '糖尿病, stroke',
    page: '3',
  });
  const search = new URLSearchParams(filterSearch(filter, { page: filter.page }));
  expect(parseFilter(Object.fromEntries(search))).toEqual(filter);
});

test('a changed filter starts at its first page', () => {
  const filter = parseFilter({ page: '7' });
  expect(filterSearch(filter, { sex: 'male' })).toBe('?sex=male');
  expect(filterSearch(filter, { page: 8 })).toBe('?page=8');
});

test('the query asks the store for one page', () => {
  expect(worklistQuery(parseFilter({ from: '40', page: '2' }), { diagnosed: ['stroke'] })).toMatchObject({
    outcome: 'diabetes',
    ageFrom: 40,
    diagnosed: ['stroke'],
    page: 2,
    pageSize: 50,
  });
});
