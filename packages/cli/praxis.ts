/** The command line of Praxis: which command, its options, its exit code. */
import { debuglog, parseArgs } from 'node:util';
import { type Command, commandNamed, commands, type Given } from './command-list.ts';
import { exitCode, type Fault, FaultError, faultOf, reason } from './fault.ts';
import { Stopped } from './supervise/stop-signal.ts';

function tell(fault: Fault): number {
  console.error(`✗ ${fault.message}\n  ${fault.mend}`);
  return exitCode(fault.code);
}

async function main(words: readonly string[]): Promise<number> {
  const name = commandNamed(words);
  const command = name === null ? undefined : commands[name];
  const asksForHelp = words.length === 0 || words.includes('--help') || words.includes('-h');
  if (asksForHelp) {
    const { help, helpOf } = await import('./commands/help.ts');
    return command === undefined ? help(commands) : helpOf(command);
  }
  if (name === null || command === undefined) {
    throw new FaultError({
      code: 'usage',
      message: `There is no command "${words.join(' ')}".`,
      mend: 'See: npx praxis help',
    });
  }
  return command.run(givenTo(command, words.slice(name.split(' ').length)));
}

/** @throws FaultError usage */
function givenTo({ options, words = [], usage }: Command, args: readonly string[]): Given {
  const mend = `Usage: praxis ${usage}`;
  const parsed = (() => {
    try {
      return parseArgs({ args: [...args], options, strict: true, allowPositionals: words.length > 0 });
    } catch (error) {
      throw new FaultError({ code: 'usage', message: `${reason(error)}.`, mend });
    }
  })();
  if (parsed.positionals.length !== words.length) {
    const found = parsed.positionals.length === 0 ? 'none is given' : `not ${parsed.positionals.join(' ')}`;
    throw new FaultError({ code: 'usage', message: `It takes ${words.join(' ')}; ${found}.`, mend });
  }
  return { options: parsed.values, words: parsed.positionals, usage };
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
