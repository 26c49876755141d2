import { expect, test } from 'vitest';
import { parseSearch } from './search.ts';

const vocabulary = [
  { code: 'hypertension', names: ['Hypertension', '高血压'] },
  { code: 'diabetes', names: ['Diabetes', '糖尿病'] },
  { code: 'heartFailure', names: ['Heart failure', '心力衰竭'] },
  { code: 'myocardialInfarction', names: ['Myocardial infarction', '心肌梗死'] },
  { code: 'stroke', names: ['Stroke', '脑卒中'] },
];

test('a number is a person, however it is written', () => {
  for (const text of ['1234', ' #1234 ', 'Person 1234', '患者1234']) {
    expect(parseSearch(text, vocabulary)).toEqual({ ok: true, target: { personId: 1234 } });
  }
});

test('diagnoses are found in either language, in any case, by their start or a short form', () => {
  expect(parseSearch('HYPERT, 糖尿病', vocabulary)).toEqual({
    ok: true,
    target: { diagnosed: ['hypertension', 'diabetes'] },
  });
  expect(parseSearch('htn and stroke', vocabulary)).toEqual({
    ok: true,
    target: { diagnosed: ['hypertension', 'stroke'] },
  });
  expect(parseSearch('高血压和脑卒中', vocabulary)).toEqual({
    ok: true,
    target: { diagnosed: ['hypertension', 'stroke'] },
  });
  expect(parseSearch('MI', vocabulary)).toEqual({
    ok: true,
    target: { diagnosed: ['myocardialInfarction'] },
  });
});

test('what can mean several diagnoses asks which', () => {
  expect(parseSearch('heart', vocabulary)).toEqual({
    ok: false,
    part: 'heart',
    candidates: ['heartFailure', 'myocardialInfarction'],
  });
});

test('an unknown word is named, so that it can be mended', () => {
  expect(parseSearch('stroke, gout', vocabulary)).toEqual({ ok: false, part: 'gout', candidates: [] });
});

test('an empty search asks for nothing', () => {
  expect(parseSearch('  ', vocabulary)).toEqual({ ok: true, target: {} });
});
