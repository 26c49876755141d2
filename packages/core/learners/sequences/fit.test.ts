import { expect, test } from 'vitest';
import { auroc } from '../../evaluate/auroc.ts';
import type { FittedSequences, SequenceRows } from './contract.ts';
import { fitSequences, predictSequences } from './fit.ts';
import { firstSteps, only, rememberedFlags, smallSettings } from './testing/rows.ts';

const { signal } = new AbortController();
const options = { seed: 4, threads: 1, signal, onEpoch: () => {} };
const training = rememberedFlags(300, 1);
const validation = rememberedFlags(80, 2);
const predict = (fitted: FittedSequences, rows: SequenceRows, samples = 0) =>
  predictSequences(fitted, rows, { samples, seed: 1, threads: 1, signal });

for (const kind of ['recurrent', 'attention'] as const) {
  const fit = (changes = {}) =>
    fitSequences(training, validation, { ...smallSettings(kind), ...changes }, options);

  test(`${kind}: what stood before is remembered`, async () => {
    const fitted = await fit();
    const fresh = rememberedFlags(100, 3);
    const { logOdds } = await predict(fitted, fresh);
    // Nine of ten can be known, but for first steps: the best possible is near .86.
    expect(auroc(fresh.labels, logOdds).value).toBeGreaterThan(0.75);
  }, 60_000);

  test(`${kind}: neither later steps nor other sequences change a prediction`, async () => {
    const fitted = await fit({ mostEpochs: 2 });
    const together = (await predict(fitted, validation)).logOdds;
    for (const sequence of [0, 17, 79]) {
      const own = only(validation, sequence);
      const alone = (await predict(fitted, own)).logOdds;
      const first = (await predict(fitted, firstSteps(own, 2))).logOdds;
      for (const [step, value] of alone.entries()) {
        expect(together[validation.starts[sequence] + step]).toBeCloseTo(value, 4);
        if (step < 2) expect(first[step]).toBeCloseTo(value, 4);
      }
    }
  }, 60_000);

  test(`${kind}: the same seed gives the same weights`, async () => {
    const [one, other] = [await fit({ mostEpochs: 2 }), await fit({ mostEpochs: 2 })];
    expect(one.weights).toEqual(other.weights);
  }, 60_000);

  test(`${kind}: predictions spread by what dropout leaves out, and not without it`, async () => {
    const fitted = await fit({ mostEpochs: 2 });
    const { spread, logOdds } = await predict(fitted, validation, 8);
    for (const value of spread) expect(value).toBeGreaterThan(0);
    expect((await predict(fitted, validation)).logOdds).toEqual(logOdds);
    const whole = await fit({ mostEpochs: 1, dropout: 0 });
    for (const value of (await predict(whole, validation, 3)).spread) expect(value).toBeLessThan(1e-6);
  }, 60_000);
}

test('state is carried from window to window: a step far back is remembered across them', async () => {
  const settings = { ...smallSettings('recurrent'), mostEpochs: 1 };
  const fitted = await fitSequences(training, validation, settings, options);
  const short = { ...fitted, settings: { ...settings, times: 5 } };
  const [long, cut] = [await predict(fitted, validation), await predict(short, validation)];
  for (const [step, value] of long.logOdds.entries()) expect(cut.logOdds[step]).toBeCloseTo(value, 4);
}, 60_000);

test('a fit that is stopped ends with the reason, and outcomes of one kind are refused', async () => {
  const settings = smallSettings('recurrent');
  const stopped = { ...options, signal: AbortSignal.abort(new Error('enough')) };
  await expect(fitSequences(training, validation, settings, stopped)).rejects.toThrow('enough');
  const alike = { ...training, labels: training.labels.map(() => 1) };
  await expect(fitSequences(alike, validation, settings, options)).rejects.toMatchObject({
    code: 'oneClass',
  });
}, 60_000);
