/** Whether a native file loads on this machine: tried in a process of its own, for a damaged one ends the process. */
import { spawn } from 'node:child_process';
import { type Finding, found, wrong } from '../fault.ts';

const program = 'process.dlopen({ exports: {} }, process.argv[1])';

/** Faults: nativeBinaryUnusable (cut short, or made for another system), with what the system said. */
export async function checkLoads(file: string): Promise<Finding> {
  const child = spawn(process.execPath, ['-e', program, file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const cause = await new Promise<string | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code === 0 ? null : (signal ?? `exit code ${code}`)));
  });
  if (cause === null) return found(file);
  const why = /^Error: (.+)$/m.exec(said)?.[1] ?? cause;
  return wrong(
    'nativeBinaryUnusable',
    `The native file ${file} does not load on this machine: ${why}.`,
    'Run "npm ci" again. If it stays so, the file is made for another system than this one.',
  );
}
