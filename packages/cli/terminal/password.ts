/** Reads a password: from the terminal without showing it, or as the first line of a pipe. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Stopped } from '../supervise/stop-signal.ts';

/** Swallows what the line editor would echo. */
const nothing = new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * @param prompt shown on standard error, where input comes from a terminal
 * @throws Stopped on Ctrl-C
 */
export function readPassword(
  prompt: string,
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Promise<string> {
  const terminal = input.isTTY === true;
  const reader = createInterface({ input, output: nothing, terminal });
  if (terminal) output.write(prompt);
  return new Promise((resolve, reject) => {
    reader.once('SIGINT', () => {
      reader.close();
      output.write('\n');
      reject(new Stopped());
    });
    reader.once('line', (line) => {
      resolve(line);
      reader.close();
      if (terminal) output.write('\n');
    });
    reader.once('close', () => resolve(''));
  });
}
