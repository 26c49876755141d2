/** `praxis help`, and `praxis COMMAND --help`. */
import type { Command } from '../command-list.ts';

const settings = [
  ['PRAXIS_HOME', 'data folder: database, models, secret (.praxis in the checkout)'],
  ['PORT', 'port of the web server (3000)'],
  ['PRAXIS_HOST', 'address it listens on (127.0.0.1; 0.0.0.0 opens it to the network)'],
  ['DATABASE_URL', 'a PostgreSQL server of your own, 15 or newer (unset: the embedded one)'],
  ['PRAXIS_DEMO', '1: demo accounts on the sign-in page (1 with the embedded database, else 0)'],
  ['PRAXIS_LIVE_SPEED', 'seconds of the simulated live day in one of ours; 0: it is not played (60)'],
  ['PRAXIS_DECISIONS_KEY', 'what a payment system shows to get decisions (made once, in the data folder)'],
  ['PRAXIS_DEVICE', 'what trains: cpu, cuda, or auto: CUDA where it works (auto)'],
  ['PRAXIS_LANGUAGE_MODEL', 'a folder or hub name: rewords word problems in place of the own model'],
  ['BETTER_AUTH_URL', 'address people reach it by (http://localhost:PORT)'],
] as const;

export function help(commands: Readonly<Record<string, Command>>): number {
  const list = Object.values(commands).map(({ usage, what }) => `  praxis ${usage}\n      ${what}`);
  const variables = settings.map(([name, what]) => `  ${name.padEnd(15)}  ${what}`);
  console.log(
    `Usage\n${list.join('\n')}\n\nSettings, from the environment\n${variables.join('\n')}\n\n` +
      'Every option, examples and exit codes: docs/command-line.md',
  );
  return 0;
}

export function helpOf({ usage, what }: Command): number {
  console.log(
    `Usage: praxis ${usage}\n\n${what}.\n\nEvery option, examples and exit codes: docs/command-line.md`,
  );
  return 0;
}
