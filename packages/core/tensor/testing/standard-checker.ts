/** For tests: the ONNX project's own checker, where a Python that has it is named. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const check = `
import sys, onnx
for file in sys.argv[1:]:
    onnx.checker.check_model(onnx.load(file), full_check=True)
`;

/** Why the checker cannot be asked, null where it can. */
export async function whyNoStandardChecker(): Promise<string | null> {
  const python = process.env.PRAXIS_BENCH_PYTHON;
  if (!python) return 'PRAXIS_BENCH_PYTHON names no Python';
  return run(python, ['-c', 'import onnx']).then(
    () => null,
    () => `${python} has no package onnx`,
  );
}

/** @throws with what the checker says of the first model that breaks a rule. */
export async function checkByTheStandard(models: readonly Uint8Array[]): Promise<void> {
  const python = process.env.PRAXIS_BENCH_PYTHON;
  if (!python) throw new Error('PRAXIS_BENCH_PYTHON names no Python');
  const folder = await mkdtemp(join(tmpdir(), 'praxis-onnx-'));
  try {
    const files = models.map((_, index) => join(folder, `${index}.onnx`));
    for (const [index, model] of models.entries()) await writeFile(files[index] ?? '', model);
    await run(python, ['-c', check, ...files]);
  } finally {
    await rm(folder, { recursive: true });
  }
}
