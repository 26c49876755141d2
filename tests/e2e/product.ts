/** Starts the whole product once for the run, as a user would: its own home, its own database, a free port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running product. */
    url: string;
    /** Its data folder. */
    home: string;
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port could be had.');
  return address.port;
}

/** A data folder that the database's unprivileged user can reach. */
export async function newHome(): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'praxis-e2e-'));
  await chmod(home, 0o755);
  return home;
}

/** `npm start` with a home and a port of its own; `output` grows as it prints. */
export function startProduct(
  home: string,
  port: number,
  environment: Readonly<Record<string, string>> = {},
): { child: ChildProcess; output: () => string; exited: Promise<number | null> } {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['packages/cli/bin.js', 'start'], {
    env: { ...inherited, NODE_ENV: 'production', PRAXIS_HOME: home, PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    printed += chunk;
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, output: () => printed, exited };
}

/** Resolves when the product answers; rejects with what it printed when it ended or took too long. */
export async function answers(
  url: string,
  product: ReturnType<typeof startProduct>,
  seconds: number,
): Promise<void> {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    if (product.child.exitCode !== null) break;
    const response = await fetch(`${url}/sign-in`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The product did not answer at ${url}. It printed:\n${product.output()}`);
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await newHome();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  // Tests send the payments that they need: a live day beside them would change what they find.
  const product = startProduct(home, port, { PRAXIS_LIVE_SPEED: '0' });
  // A cold build on two cores takes about a minute.
  await answers(url, product, 300);
  project.provide('url', url);
  project.provide('home', home);
  return async () => {
    product.child.kill('SIGINT');
    await product.exited;
    await rm(home, { recursive: true, force: true });
  };
}
