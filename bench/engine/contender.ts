/** A contender seen from outside: a process that builds a model and runs steps when told. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Assignment, type Command, type Message, message, type Ready, type Round } from './schema.ts';
import type { Work } from './works/work.ts';

/** In ms; compiling a model with torch.compile takes most of it. */
const patience = 180_000;
/** In ms; a contender that does not end by itself, such as one that was stopped in a step, is killed. */
const grace = 20_000;

class ContenderError extends Error {}

export class Contender {
  readonly ready: Ready;
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(ready: Ready, process: ChildProcess, lines: AsyncIterator<string>) {
    this.ready = ready;
    this.#process = process;
    this.#lines = lines;
  }

  /** @throws ContenderError where the model cannot be built */
  static async start(program: string, parameters: readonly string[]): Promise<Contender> {
    const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'inherit'] });
    child.once('error', () => child.stdout.destroy());
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const first = await answer(child, lines);
    if (first.kind !== 'ready') throw new ContenderError('A contender answered before it was ready.');
    return new Contender(first, child, lines);
  }

  /** @throws ContenderError where a step fails */
  async round(command: Command): Promise<Round> {
    this.#process.stdin?.write(`${JSON.stringify(command)}\n`);
    const round = await answer(this.#process, this.#lines);
    if (round.kind !== 'round') throw new ContenderError('A contender answered something else than a round.');
    return round;
  }

  /** Resolves when the process has ended. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin?.end();
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), grace);
    await ended;
    clearTimeout(timer);
  }
}

async function answer(child: ChildProcess, lines: AsyncIterator<string>): Promise<Message> {
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  try {
    const line = await lines.next();
    if (line.done) throw new ContenderError('The process ended without an answer.');
    const said = message.parse(JSON.parse(line.value));
    if (said.kind === 'failed') throw new ContenderError(said.message);
    return said;
  } finally {
    clearTimeout(timer);
  }
}

const typescriptMain = fileURLToPath(new URL('./contenders/main.ts', import.meta.url));
const pythonMain = fileURLToPath(new URL('./contenders/pytorch.py', import.meta.url));

export function startNode(given: Assignment): Promise<Contender> {
  return Contender.start(process.execPath, [typescriptMain, JSON.stringify(given)]);
}

export interface PythonAssignment {
  readonly python: string;
  readonly compiled: boolean;
  readonly threads: number;
  /** Where the data file of the work is. */
  readonly folder: string;
}

export function startPython(work: Work, given: PythonAssignment): Promise<Contender> {
  const { python, ...rest } = given;
  const settings =
    work.kind === 'training'
      ? { learningRate: work.learningRate, decayed: work.decayed, weightDecay: work.weightDecay }
      : { learningRate: null, categories: work.categories };
  const job = { ...rest, ...settings, work: work.name };
  return Contender.start(python, [pythonMain, JSON.stringify(job)]);
}
