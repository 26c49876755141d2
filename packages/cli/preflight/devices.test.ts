import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { useDevice } from '@praxis/core';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCode, type Finding } from '../fault.ts';
import {
  checkBackends,
  checkBrowserRuntime,
  checkDevice,
  checkProcessor,
  checkProviders,
} from './devices.ts';

afterEach(() => useDevice('cpu'));

function detailOf(finding: Finding): string {
  if (finding.ok) return finding.detail;
  throw new Error(`${finding.fault.message} ${finding.fault.mend}`);
}

test('the processor is told with the cores that this process may use', () => {
  expect(detailOf(checkProcessor())).toContain(`${availableParallelism()} core`);
});

describe('what trains', () => {
  test('is told with its reason and the setting that it follows from', async () => {
    expect(detailOf(await checkDevice('cpu'))).toBe('CPU: the CPU was asked for (PRAXIS_DEVICE=cpu)');
    expect(detailOf(await checkDevice('auto'))).toMatch(
      /^(CPU: CUDA does not work here: .+|CUDA: .+) \(PRAXIS/,
    );
  });

  test('a GPU asked for by name that does not work is a fault of the settings; else it trains there', async () => {
    const asked = await checkDevice('cuda');
    const works = detailOf(await checkDevice('auto')).startsWith('CUDA');
    expect(asked.ok).toBe(works);
    if (asked.ok) return;
    expect(asked.fault.message).toContain('CUDA was asked for');
    expect(asked.fault.mend).toContain('npm run gpu:install');
    expect(exitCode(asked.fault.code)).toBe(78);
  });
});

test('every provider and backend is told: what is in use, and why another is not', async () => {
  await useDevice('cpu');
  expect(detailOf(await checkProviders())).toMatch(/(^|; )cpu in use(;|$)/);
  const backends = detailOf(await checkBackends());
  expect(backends).toContain('; cpu in use; ');
  expect(backends).toMatch(/tfjs-node-gpu (available|not available: .+)|GPU does not load/);
});

test('the runtime of the browser is told with its release; one that is not there is named', async () => {
  expect(detailOf(await checkBrowserRuntime())).toMatch(/^onnxruntime-web \d+\.\d+\.\d+$/);
  const missing = await checkBrowserRuntime(join(import.meta.dirname, 'none'));
  expect(missing.ok ? '' : missing.fault.message).toContain('onnxruntime-web');
});
