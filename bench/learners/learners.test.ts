import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { checkAgreement } from './peers.ts';
import type { PeerLine } from './schema.ts';

test('an unknown data set ends with an error that names the known ones', async () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  await expect(promisify(execFile)(process.execPath, [main, '--data', 'framingam'])).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('known: framingham, support2, diabetes'),
  });
});

const exact = (value: number) => ({ value, lower: value, upper: value });
const ours = {
  auroc: exact(0.75),
  averagePrecision: exact(0.4),
  brier: exact(0.1),
  logLoss: exact(0.3),
  calibrationSlope: exact(1),
  calibrationIntercept: exact(0),
  ece: 0.01,
  observedToExpected: 1,
};

test('figures that scikit-learn works out otherwise from the same probabilities end the run', () => {
  const line = (brier: number): Extract<PeerLine, { kind: 'peer' }> => ({
    kind: 'peer',
    name: 'forest',
    file: 'peer.bin',
    seconds: 1,
    figures: { auroc: 0.75, averagePrecision: 0.4, brier },
  });
  expect(() => checkAgreement(line(0.1 + 1e-12), ours)).not.toThrow();
  expect(() => checkAgreement(line(0.1001), ours)).toThrow("scikit-learn's Brier score is 0.1001");
});
