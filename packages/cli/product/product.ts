/** Composes what runs: database, cohort, web server, workers, and the training of what is missing. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { trainingRuns } from '@praxis/db';
import type { FaultError } from '../fault.ts';
import { loadPayments } from '../payments/history.ts';
import { decisionsKey, sessionSecret } from '../secret.ts';
import { styled } from '../terminal/terminal.ts';
import { wordingRun } from '../training/wording.ts';
import { storedVerticals } from '../verticals.ts';
import {
  exercisesPlan,
  learningPlan,
  paymentsPlan,
  productEnvironment,
  webPlan,
  workerPlan,
} from './children.ts';
import { loadCohort } from './cohort.ts';
import { keepAlive, openProductDatabase } from './database.ts';
import { anyToGoOn, putBackInterrupted } from './missing.ts';
import { removeLeftovers } from './models.ts';
import { launch } from './processes.ts';
import type { Surroundings } from './surroundings.ts';
import { trainMissing } from './training.ts';
import { firstPage } from './web.ts';
import { trainWords } from './wording.ts';

/** More workers than this only take turns: the outcomes are few, and the web server wants room. */
const mostWorkers = 2;

/**
 * Brings the product up and stays until it is asked to stop.
 *
 * @throws the signal's reason; FaultError where the web server does not live; what database and vertical say
 */
export async function runProduct(given: Surroundings): Promise<void> {
  const failure = new AbortController();
  const fail = (error: unknown): void => failure.abort(error);
  const around = { ...given, signal: AbortSignal.any([given.signal, failure.signal]) };
  const { settings, terminal, step, signal } = around;

  const data = await openProductDatabase(around);
  await step('Cohort', async (say) => say(await loadCohort(data.database)));
  if (settings.demo) {
    await step('Payments', async (say) => say(await loadPayments(data.database, Date.now() / 1000)));
  }
  const environment = productEnvironment(settings, data.url, {
    secret: await sessionSecret(settings.home),
    decisionsKey: await decisionsKey(settings.home),
  });
  await step('Web server', async (say) => {
    const web = launch(webPlan(environment), 'web', around, fail);
    await firstPage(settings, web, signal);
    web.speak();
    say(`listens on ${settings.host}`);
  });
  terminal.line(`\n  Open  ${styled('bold', settings.publicUrl)}\n  Stop  Ctrl-C\n`);

  const runs = trainingRuns(data.database);
  const trained = [...storedVerticals(data.database).map(({ id }) => id), wordingRun.vertical];
  let open = false;
  for (const vertical of trained) {
    if (settings.databaseUrl === null) await putBackInterrupted(vertical, runs);
    open ||= await anyToGoOn(vertical, runs);
  }
  await removeLeftovers(settings.home, open);
  // Without workers the web server still serves: that is told, and no reason to end.
  const alone = ({ message, mend }: FaultError): void =>
    terminal.line(`  ${styled('red', '✗')} ${message}\n  ${mend}`);
  for (let number = 1; number <= Math.min(mostWorkers, availableParallelism()); number++) {
    launch(workerPlan(number, environment), 'workers', around, alone).speak();
  }
  launch(exercisesPlan(environment), 'workers', around, alone).speak();
  if (settings.databaseUrl === null) await keepAlive(data, around, fail);
  await trainMissing(data, around);
  // Not before: without a model every payment would wait for a person.
  if (settings.demo && settings.liveSpeed > 0 && !signal.aborted) {
    launch(paymentsPlan(environment), 'workers', around, alone).speak();
  }
  // After the first models, which people wait for.
  if (!signal.aborted) launch(learningPlan(environment), 'workers', around, alone).speak();
  await trainWords(data, around);
  if (!signal.aborted) await once(signal, 'abort');
  signal.throwIfAborted();
}
