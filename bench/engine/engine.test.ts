import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { resultLine } from './schema.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** The command as a process, without a Python. */
function bench(...parameters: string[]) {
  const env = { ...process.env, PRAXIS_BENCH_PYTHON: '' };
  return promisify(execFile)(process.execPath, [main, ...parameters], { env });
}

test('standard output is one line of the promised form a work, and says that PyTorch is missing', async () => {
  const { stdout } = await bench('--json', '--work', 'mlp,predict', '--rounds', '1', '--milliseconds', '1');
  const lines = stdout.trimEnd().split('\n');
  const [mlp, predict] = lines.map((line) => resultLine.parse(JSON.parse(line)));
  expect(lines).toHaveLength(2);
  expect([mlp.work, mlp.unit, predict.work, predict.unit]).toEqual(['mlp', 'samples/s', 'predict', 'ms']);
  for (const { pytorch, pytorchConfig, tfjsWasm, tfjsCpu, p99, unit } of [mlp, predict]) {
    expect(pytorch).toBeNull();
    expect(pytorchConfig).toContain('PRAXIS_BENCH_PYTHON');
    expect([typeof tfjsWasm, typeof tfjsCpu]).toEqual(['number', 'number']);
    expect(p99 !== undefined).toBe(unit === 'ms');
  }
});

test('the profile names the operators of the traced step with their time', async () => {
  const { stdout } = await bench('--profile', '--work', 'mlp');
  expect(stdout).toMatch(/^\S*Gemm +\d+ +\d+\.\d{3} +\d+\.\d %$/m);
});

test('an unknown work ends with an error that names the known ones', async () => {
  await expect(bench('--work', 'mpl')).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('known: mlp, ensemble, transformer, lstm, predict'),
  });
});
