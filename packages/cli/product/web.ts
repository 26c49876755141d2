/** Waits until the web server gives its first page. */
import { setTimeout as sleep } from 'node:timers/promises';
import { FaultError } from '../fault.ts';
import type { Settings } from '../settings.ts';
import type { Process } from './processes.ts';

const askEveryMs = 50;
const patienceMs = 60_000;

/** The address at which a server that listens on `host` is reached from this machine. */
function localUrl(host: string, port: number): string {
  const address = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/**
 * Resolves when the page that everyone may see answers.
 *
 * @throws the signal's reason; FaultError webFailed after a minute, with what the server printed
 */
export async function firstPage(
  { host, port }: Pick<Settings, 'host' | 'port'>,
  web: Process,
  signal: AbortSignal,
): Promise<void> {
  const late = AbortSignal.timeout(patienceMs);
  const either = AbortSignal.any([signal, late]);
  let status = 'no answer';
  while (!either.aborted) {
    status = await fetch(`${localUrl(host, port)}/sign-in`, { redirect: 'manual', signal: either }).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok ? 'ok' : `HTTP status ${response.status}`;
      },
      () => 'no answer',
    );
    if (status === 'ok') return;
    await sleep(askEveryMs, undefined, { signal: either }).catch(() => {});
  }
  signal.throwIfAborted();
  throw new FaultError({
    code: 'webFailed',
    message: `The web server gave no page within ${patienceMs / 1000} s (${status}). It printed last:\n\n${web.last()}\n`,
    mend: 'Mend what it names; "npx praxis doctor" looks at the rest.',
  });
}
