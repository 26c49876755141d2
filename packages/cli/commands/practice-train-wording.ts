/** `praxis practice train-wording`: trains the language model that rewords word problems. */
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { ensure } from '../fault.ts';
import { optional, parseOptions, whole } from '../options.ts';
import { checkOnnxRuntime } from '../preflight/binaries.ts';
import { readSettings } from '../settings.ts';
import { listenForStop, Stopped } from '../supervise/stop-signal.ts';
import { ownWordingModel } from '../wording-model.ts';

const schema = z.object({ seed: whole(0, 999, 1), out: optional });

/** Both cores of a small machine. */
const threads = 2;

/**
 * Progress goes to standard error, the folder to standard output.
 *
 * @returns exit code: 0, or 130 where it was stopped; then a model that was there before is as it was
 * @throws FaultError naming the option
 */
export async function practiceTrainWording(given: Given): Promise<number> {
  const { seed, out } = parseOptions(schema, given);
  ensure(await checkOnnxRuntime());
  const settings = readSettings(process.env);
  const folder = out ?? ownWordingModel(settings);
  const [{ useDevice }, { trainWording }] = await Promise.all([
    import('@praxis/core'),
    import('@praxis/practice'),
  ]);
  await useDevice(settings.device);
  const { signal, release } = listenForStop(() => process.kill(process.pid, 'SIGKILL'));
  let told = 0;
  try {
    await trainWording({
      folder,
      seed,
      threads,
      signal,
      onProgress({ share, loss }) {
        if (share < 1 && share - told < 0.1) return;
        told = share;
        console.error(`${Math.round(100 * share)} %, loss ${loss.toFixed(3)}`);
      },
    });
    console.log(folder);
    return 0;
  } catch (error) {
    if (error instanceof Stopped) return 130;
    throw error;
  } finally {
    release();
  }
}
