/** `praxis start`: everything from a checked machine to trained models, and the way back. */
import { reason } from '../fault.ts';
import { preflight } from '../preflight/preflight.ts';
import { readSettings, root } from '../settings.ts';
import { lockHome } from '../supervise/home-lock.ts';
import { Shutdown } from '../supervise/shutdown.ts';
import { listenForStop, Stopped } from '../supervise/stop-signal.ts';
import { steps } from '../terminal/steps.ts';
import { styled, Terminal } from '../terminal/terminal.ts';
import { buildWeb } from '../web/build.ts';

/** After a second Ctrl-C, how long what cannot be killed may still take. */
const forcedMs = 3_000;

/**
 * Runs until it is asked to stop.
 *
 * @returns exit code 0: it was stopped on request
 * @throws FaultError, or an error of another package with `code` and `mend`, for what stands in the way
 */
export async function start(): Promise<number> {
  const settings = readSettings(process.env);
  const terminal = new Terminal(process.stdout);
  const shutdown = new Shutdown();
  const { signal, release } = listenForStop(() => {
    shutdown.force();
    setTimeout(() => process.exit(130), forcedMs).unref();
  });
  const step = steps(terminal, signal);
  try {
    terminal.line(`\n  ${styled('bold', 'Praxis')}\n`);
    await step('Machine', async (say) => {
      say(
        await preflight(settings, async () => {
          const lock = await lockHome(settings.home, settings.publicUrl);
          shutdown.add('folder', 'data folder', lock.release);
          return lock.leftBehind;
        }),
      );
    });
    await step('Web app', async (say) =>
      say((await buildWeb(root, signal)) ? 'built' : 'unchanged since built'),
    );
    // Loaded when the machine is known to be able to: it brings the native parts along.
    const { runProduct } = await import('../product/product.ts');
    await runProduct({ settings, terminal, shutdown, signal, step });
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    const began = performance.now();
    terminal.live([]);
    if (signal.aborted) terminal.line('\n  Stopping: web server, workers, database. Ctrl-C again forces.');
    await shutdown.run((name, error) => terminal.line(`  ${styled('red', '✗')} ${name}: ${reason(error)}`));
    if (signal.aborted) terminal.line(`  Stopped in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    release();
  }
  return 0;
}
