/** The process of one contender in TypeScript: builds its model, then runs steps as it is told, line by line. */
import { createInterface } from 'node:readline';
import { assignment, type Command, command, firstSteps, type Message, type Round } from '../schema.ts';
import { percentile } from '../statistics.ts';
import { workNamed } from '../works/index.ts';
import { praxis } from './praxis.ts';
import type { Runner } from './runner.ts';
import { tfjs } from './tfjs.ts';

/** In ms; slow contenders take fewer first steps. */
const firstMs = 4000;

const say = (message: Message) => process.stdout.write(`${JSON.stringify(message)}\n`);

async function build(text: string): Promise<Runner> {
  const { contender, work, threads, profile, withoutPasses } = assignment.parse(JSON.parse(text));
  const chosen = workNamed(work);
  if (contender === 'praxis') return praxis(chosen, threads, profile, withoutPasses);
  if (contender === 'tfjs-cpu') return tfjs(chosen, '1 thread');
  const { startWasm } = await import('./wasm.ts');
  return tfjs(chosen, await startWasm());
}

async function firstStepsOf(runner: Runner) {
  const firstResults: number[] = [];
  let milliseconds = 0;
  let first: Round | null = null;
  while (firstResults.length < firstSteps && milliseconds < firstMs) {
    const step = async (batch: number) => firstResults.push(await runner.step(batch));
    const round = await run(step, { milliseconds: firstMs, steps: 1 }, firstResults.length);
    milliseconds += round.milliseconds;
    first ??= round;
  }
  return { firstResults, slow: first && first.milliseconds > firstMs ? first : null };
}

async function run(
  step: (batch: number) => Promise<number>,
  { milliseconds, steps }: Command,
  from: number,
): Promise<Round> {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  let now = start;
  while (times.length < steps && (times.length === 0 || now < start + milliseconds)) {
    await step(from + times.length);
    const end = performance.now();
    times.push(end - now);
    now = end;
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    kind: 'round',
    steps: times.length,
    milliseconds: now - start,
    cpuMilliseconds: (user + system) / 1000,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    residentMb: process.memoryUsage().rss / 2 ** 20,
  };
}

try {
  const runner = await build(process.argv[2] ?? '');
  const { firstResults, slow } = await firstStepsOf(runner);
  const { config, setupMs, nodes } = runner;
  say({ kind: 'ready', config, firstResults, setupMs, nodes, slow });
  let done = firstResults.length;
  for await (const line of createInterface({ input: process.stdin })) {
    const round = await run(runner.step, command.parse(JSON.parse(line)), done);
    done += round.steps;
    say(round);
  }
  await runner.release();
} catch (error) {
  say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
