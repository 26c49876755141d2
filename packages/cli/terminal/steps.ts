/** The steps of a start, each with the time it took. */
import { styled, type Terminal } from './terminal.ts';

/** Width of the names, so that times and details stand in columns. */
const nameWidth = 14;

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`.padStart(7);

/** Runs a part of a start; `say` sets the detail that its line ends with. */
export type Step = <Value>(
  name: string,
  work: (say: (detail: string) => void) => Promise<Value>,
) => Promise<Value>;

/**
 * Steps that print their line when they end: name, seconds, detail. One that lasts shows its clock in a terminal. One
 * that throws prints nothing: its error speaks for itself.
 *
 * @param signal looked at before each step, which then throws the signal's reason
 */
export function steps(terminal: Terminal, signal: AbortSignal): Step {
  return async (name, work) => {
    signal.throwIfAborted();
    const began = performance.now();
    const title = (): string => `${name.padEnd(nameWidth)}${seconds(performance.now() - began)}`;
    const tick = (): void => terminal.live([`  ${styled('dim', '·')} ${title()}`]);
    tick();
    const ticking = setInterval(tick, 100);
    let detail = '';
    try {
      const value = await work((text) => {
        detail = text;
      });
      terminal.live([]);
      terminal.line(`  ${styled('green', '✓')} ${title()}  ${styled('dim', detail)}`.trimEnd());
      return value;
    } finally {
      clearInterval(ticking);
      terminal.live([]);
    }
  };
}
