/** The command line of Praxis: which command, its options, its exit code. */
import { debuglog, parseArgs } from 'node:util';
import { exitCode, type Fault, faultOf, reason } from './fault.ts';
import { Stopped } from './supervise/stop-signal.ts';

/** Options of a command, all of them text or switches. */
export interface CommandOptions {
  readonly [name: string]: string | boolean | undefined;
}

interface Command {
  /** Words after `praxis`, in help. */
  readonly usage: string;
  readonly what: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** Loaded when it is called: a missing native part must not break the command that explains it. */
  readonly run: (options: CommandOptions) => Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  start: {
    usage: 'start',
    what: 'build what changed, start the database, the web server and the workers, train what is missing',
    options: {},
    run: async () => (await import('./commands/start.ts')).start(),
  },
  evaluate: {
    usage: 'evaluate [--outcome NAME] [--json]',
    what: 'train on the real cohort and print how well each model does in cross-validation',
    options: { outcome: { type: 'string' }, json: { type: 'boolean' } },
    run: async (options) => (await import('./commands/evaluate.ts')).evaluate(options),
  },
  'admin create': {
    usage: 'admin create --email ADDRESS [--name NAME]',
    what: 'make the first administrator; the password is asked for, or read from standard input',
    options: { email: { type: 'string' }, name: { type: 'string' } },
    run: async (options) => (await import('./commands/admin-create.ts')).adminCreate(options),
  },
  doctor: {
    usage: 'doctor',
    what: 'check this machine, the database and the models, and say how to mend what is wrong',
    options: {},
    run: async () => (await import('./commands/doctor.ts')).doctor(),
  },
  'gpu install': {
    usage: 'gpu install',
    what: 'fetch what an NVIDIA GPU needs and a default install leaves out',
    options: {},
    run: async () => (await import('./commands/gpu-install.ts')).gpuInstall(),
  },
  stop: {
    usage: 'stop',
    what: 'stop an embedded database that was left running',
    options: {},
    run: async () => (await import('./commands/stop.ts')).stop(),
  },
  help: { usage: 'help', what: 'print this', options: {}, run: async () => help() },
};

const settings = [
  ['PRAXIS_HOME', 'data folder: database, models, secret (.praxis in the checkout)'],
  ['PORT', 'port of the web server (3000)'],
  ['PRAXIS_HOST', 'address it listens on (127.0.0.1; 0.0.0.0 opens it to the network)'],
  ['DATABASE_URL', 'a PostgreSQL server of your own, 15 or newer (unset: the embedded one)'],
  ['PRAXIS_DEMO', '1: demo accounts on the sign-in page (1 with the embedded database, else 0)'],
  ['PRAXIS_DEVICE', 'what trains: cpu, cuda, or auto: CUDA where it works (auto)'],
  ['BETTER_AUTH_URL', 'address people reach it by (http://localhost:PORT)'],
] as const;

function help(): number {
  const rows = (pairs: readonly (readonly [string, string])[], width: number): string =>
    pairs.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
  const usages = Object.values(commands).map((command) => [`praxis ${command.usage}`, command.what] as const);
  console.log(
    `Usage\n${usages.map(([usage, what]) => `  ${usage}\n      ${what}`).join('\n')}\n\nSettings, from the environment\n${rows(settings, 15)}`,
  );
  return 0;
}

function tell(fault: Fault): number {
  console.error(`✗ ${fault.message}\n  ${fault.mend}`);
  return exitCode(fault.code);
}

async function main(words: readonly string[]): Promise<number> {
  if (words.length === 0 || words.includes('--help') || words.includes('-h')) return help();
  const name = matching(words);
  const command = name === null ? undefined : commands[name];
  if (name === null || command === undefined) {
    return tell({
      code: 'usage',
      message: `There is no command "${words.join(' ')}".`,
      mend: 'See: npx praxis help',
    });
  }
  const rest = words.slice(name.split(' ').length);
  let options: CommandOptions;
  try {
    options = parseArgs({ args: [...rest], options: command.options, strict: true }).values;
  } catch (error) {
    return tell({ code: 'usage', message: `${reason(error)}.`, mend: `Usage: praxis ${command.usage}` });
  }
  return command.run(options);
}

/** The longest name that the words begin with. */
function matching(words: readonly string[]): string | null {
  const names = Object.keys(commands).filter((name) => `${words.join(' ')} `.startsWith(`${name} `));
  return names.sort((a, b) => b.length - a.length)[0] ?? null;
}

// Whoever reads may have had enough, as in `praxis doctor | head`; what is at work goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const fault = faultOf(error);
  if (fault !== null) process.exitCode = tell(fault);
  else if (error instanceof Stopped) process.exitCode = 130;
  else {
    console.error(`✗ ${reason(error)}\n  This was not foreseen. NODE_DEBUG=praxis prints where it happened.`);
    debuglog('praxis')('%s', error instanceof Error ? error.stack : error);
    process.exitCode = 70;
  }
}
