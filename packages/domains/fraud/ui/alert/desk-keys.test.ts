import { expect, test } from 'vitest';
import { verdictReasons, verdicts } from '../../service/verdict.ts';
import { intentOf, reasonKeys } from './desk-keys.ts';

test('every reason of a verdict has one key of its own', () => {
  for (const verdict of verdicts) {
    const keys = reasonKeys(verdict);
    expect(keys.map(({ reason }) => reason)).toEqual([...verdictReasons[verdict]]);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
    for (const { key, reason } of keys) expect(intentOf(key, verdict)).toEqual({ kind: 'give', reason });
  }
});

test('a number gives no verdict before fraud or genuine was chosen', () => {
  expect(intentOf('1', null)).toBeNull();
  expect(intentOf('f', null)).toEqual({ kind: 'choose', verdict: 'fraud' });
  expect(intentOf('g', null)).toEqual({ kind: 'choose', verdict: 'genuine' });
});

test('while a reason is chosen no key leaves the alert; Escape and the other verdict still work', () => {
  for (const key of ['n', 'u', 'c', 'm', '9', 'Enter', 'toString'])
    expect(intentOf(key, 'genuine')).toBeNull();
  expect(intentOf('Escape', 'genuine')).toEqual({ kind: 'choose', verdict: null });
  expect(intentOf('f', 'genuine')).toEqual({ kind: 'choose', verdict: 'fraud' });
});

test('other keys mean nothing', () => {
  for (const key of ['Escape', 'Enter', 'F', 'constructor', ' ']) expect(intentOf(key, null)).toBeNull();
});
