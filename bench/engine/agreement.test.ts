import { expect, test } from 'vitest';
import { checkAgreement } from './agreement.ts';

const contender = (group: string, firstResults: number[]) => ({
  group,
  ready: { kind: 'ready' as const, config: 'eager', firstResults, setupMs: 1, nodes: null, slow: null },
});

test('contenders agree on what both have computed, however many steps each has done', () => {
  const slow = contender('slow', [0.70001]);
  expect(() => checkAgreement('mlp', [contender('first', [0.7, 0.5]), slow])).not.toThrow();
});

test.each([
  ['a first loss', [0.702, 0.5]],
  ['a loss after an update', [0.7, 0.501]],
  ['a loss that is no number', [0.7, Number.NaN]],
])('%s that differs ends the run and names who and where', (_, results) => {
  const all = [contender('first', [0.7, 0.5]), contender('second', results)];
  expect(() => checkAgreement('mlp', all)).toThrow(/mlp: in step [12] second \(eager\) has/);
});
