import { expect, test } from 'vitest';
import { fitSequences, predictSequences } from './fit.ts';
import { lastLogOdds } from './host-recurrent.ts';
import { only, rememberedFlags, smallSettings } from './testing/rows.ts';

const { signal } = new AbortController();
const validation = rememberedFlags(80, 2);
const fitted = await fitSequences(
  rememberedFlags(100, 1),
  validation,
  { ...smallSettings('recurrent'), mostEpochs: 3 },
  { seed: 4, threads: 1, signal, onEpoch: () => {} },
);

test('plain arithmetic gives the log-odds of the traced network', async () => {
  const { logOdds } = await predictSequences(fitted, validation, { samples: 0, seed: 1, threads: 1, signal });
  for (const sequence of [0, 17, 79]) {
    const told = lastLogOdds(fitted, only(validation, sequence), { samples: 0, seed: 1 });
    expect(told.logOdds).toBeCloseTo(logOdds[validation.starts[sequence + 1] - 1], 4);
    expect(told.spread).toBe(0);
  }
});

test('its spread under dropout is that of the traced network, as far as two samples of draws agree', async () => {
  const samples = 60;
  const { spread } = await predictSequences(fitted, validation, { samples, seed: 1, threads: 1, signal });
  const sequences = Array.from({ length: 20 }, (_, sequence) => sequence);
  const traced = sequences.reduce((sum, at) => sum + spread[validation.starts[at + 1] - 1], 0);
  const plain = sequences.reduce(
    (sum, at) => sum + lastLogOdds(fitted, only(validation, at), { samples, seed: at }).spread,
    0,
  );
  // A standard deviation from 60 draws is off by a tenth; twenty of them share their draws only in part.
  expect(plain / traced).toBeGreaterThan(0.8);
  expect(plain / traced).toBeLessThan(1.25);
});

test('a network of another kind and rows of another network are refused', () => {
  const rows = only(validation, 0);
  const attention = { ...fitted, settings: smallSettings('attention') };
  expect(() => lastLogOdds(attention, rows, { samples: 0, seed: 1 })).toThrow('recurrent');
  expect(() => lastLogOdds(fitted, { ...rows, flagColumns: 3 }, { samples: 0, seed: 1 })).toThrow('rows');
});
