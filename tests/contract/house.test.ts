/** The rules of the house, each checked by its own tool on the whole tree. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** Output of a tool, and its exit code; a failing tool is an answer here, not an exception. */
async function tool(name: string, ...args: string[]): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, [`node_modules/.bin/${name}`, ...args], {
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error) {
      return { code: Number(error.code), output: `${error.stdout}${error.stderr}` };
    }
    throw error;
  }
}

test('every file type-checks in strict mode', async () => {
  const types = await tool('next', 'typegen');
  expect(types.output).not.toMatch(/error/i);
  expect(await tool('tsc', '--noEmit', '-p', 'tsconfig.json')).toEqual({ code: 0, output: '' });
});

test('every file follows lint and format rules', async () => {
  const { code, output } = await tool('biome', 'ci', '--error-on-warnings');
  expect(code, output).toBe(0);
});

test('imports run one way, and the check has read the whole house', async () => {
  const { code, output } = await tool('depcruise', 'app', 'packages', 'db', 'tests', '--output-type', 'err');
  expect(code, output).toBe(0);
  const read = /\((\d+) modules, (\d+) dependencies cruised\)/.exec(output);
  expect(Number(read?.[1]), output).toBeGreaterThan(100);
  expect(Number(read?.[2]), output).toBeGreaterThan(200);
});

test('no file, export or dependency is unused', async () => {
  const { code, output } = await tool('knip');
  expect(code, output).toBe(0);
});
