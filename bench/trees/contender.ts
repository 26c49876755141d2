/** A contender seen from outside: a process that fits and judges when told. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Answer, answer, growing, type Task } from './schema.ts';

export interface Contender {
  readonly name: string;
  readonly config: string;
  readonly threads: number;
  train(): Promise<Extract<Answer, { kind: 'trained' }>>;
  judge(): Promise<Extract<Answer, { kind: 'judged' }>>;
  end(): void;
}

const praxisMain = fileURLToPath(new URL('./praxis.ts', import.meta.url));
const pythonMain = fileURLToPath(new URL('./peer.py', import.meta.url));

export function startPraxis(given: Task): Promise<Contender> {
  return start('praxis', process.execPath, [praxisMain, JSON.stringify(given)], given.threads);
}

/** @throws Error where that Python lacks LightGBM */
export function startLightgbm(python: string, given: Task): Promise<Contender> {
  return start(
    'lightgbm',
    python,
    [pythonMain, JSON.stringify(given), JSON.stringify(growing)],
    given.threads,
  );
}

async function start(
  name: string,
  program: string,
  parameters: readonly string[],
  threads: number,
): Promise<Contender> {
  const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'inherit'] });
  // Without a program there is no line either, which is told below.
  child.once('error', () => child.stdout.destroy());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const hear = async () => {
    const line = await lines.next();
    if (line.done) throw new Error(`${name}: the process ended without an answer.`);
    const said = answer.parse(JSON.parse(line.value));
    if (said.kind === 'failed') throw new Error(said.message);
    return said;
  };
  const ready = await hear();
  if (ready.kind !== 'ready') throw new Error(`${name} answered before it was ready.`);
  return {
    name,
    config: ready.config,
    threads,
    async train() {
      const said = await ask(child, 'train', hear);
      if (said.kind !== 'trained') throw new Error(`${name} answered ${said.kind} to train.`);
      return said;
    },
    async judge() {
      const said = await ask(child, 'judge', hear);
      if (said.kind !== 'judged') throw new Error(`${name} answered ${said.kind} to judge.`);
      return said;
    },
    end: () => child.stdin.end(),
  };
}

function ask(child: ChildProcess, word: string, hear: () => Promise<Answer>): Promise<Answer> {
  child.stdin?.write(`${word}\n`);
  return hear();
}
