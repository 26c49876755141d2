/** A start that is killed loses nothing, and the next one finishes what was left. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { answers, freePort, newHome, startProduct } from '../e2e/product.ts';
import { cookiesOf, modelsReady, trainingRuns } from '../e2e/product-state.ts';

const home = await newHome();
const port = await freePort();
const url = `http://localhost:${port}`;
let product = startProduct(home, port);

afterAll(async () => {
  product.child.kill('SIGINT');
  await product.exited;
  await rm(home, { recursive: true, force: true });
});

test('killed while it trains, the next start trains the rest once, and the third nothing', async () => {
  await answers(url, product, 120);
  const cookie = await cookiesOf('clinician', url);
  await vi.waitFor(
    async () => {
      expect((await trainingRuns(cookie, url)).some((run) => run.status === 'running')).toBe(true);
    },
    { timeout: 60_000, interval: 500 },
  );
  product.child.kill('SIGKILL');
  await product.exited;
  // The children end by themselves; the port is free when the web server has.
  await vi.waitFor(() => expect(fetch(`${url}/sign-in`)).rejects.toThrow(), {
    timeout: 30_000,
    interval: 200,
  });

  product = startProduct(home, port);
  await answers(url, product, 60);
  // The session that was signed in before the kill is a committed row: it still counts.
  await modelsReady(cookie, url);
  const after = await trainingRuns(cookie, url);
  expect(after).toHaveLength(3);
  product.child.kill('SIGINT');
  expect(await product.exited).toBe(0);
  expect(existsSync(path.join(home, 'postgres', 'cluster', 'data', 'postmaster.pid'))).toBe(false);

  product = startProduct(home, port);
  await answers(url, product, 60);
  expect(await trainingRuns(cookie, url)).toEqual(after);
  expect(product.output()).not.toMatch(/cross-validating/);
}, 600_000);

test('a second start on the same home, or on a port in use, says so and ends', async () => {
  const same = startProduct(home, await freePort());
  expect(await same.exited).not.toBe(0);
  expect(same.output()).toMatch(/already|in use/);
  expect(same.output()).not.toMatch(/^\s+at .+:\d+:\d+/m);

  const other = await newHome();
  const taken = startProduct(other, port);
  expect(await taken.exited).not.toBe(0);
  expect(taken.output()).toContain(String(port));
  expect(taken.output()).toMatch(/PORT=/);
  await rm(other, { recursive: true, force: true });
});

test('an unreachable DATABASE_URL is named without its password, and nothing is started', async () => {
  const other = await newHome();
  const start = startProduct(other, await freePort(), {
    DATABASE_URL: 'postgres://someone:very-secret@127.0.0.1:1/praxis',
  });
  expect(await start.exited).not.toBe(0);
  expect(start.output()).toContain('127.0.0.1');
  expect(start.output()).not.toContain('very-secret');
  expect(existsSync(path.join(other, 'postgres'))).toBe(false);
  await rm(other, { recursive: true, force: true });
});
