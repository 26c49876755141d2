/** Ctrl-C, SIGTERM and a closed terminal: the first asks to stop, a second one forces. */

/** npm passes Ctrl-C on to a program that already had it from the terminal: that is one request, not two. */
const oneRequestMs = 800;

export interface StopSignal {
  /** Aborted by the first request. */
  readonly signal: AbortSignal;
  /** Stops listening. */
  release(): void;
}

/** `force` is called for every further request. */
export function listenForStop(force: () => void, source: NodeJS.EventEmitter = process): StopSignal {
  const stop = new AbortController();
  let askedAt = Number.NEGATIVE_INFINITY;
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const asked = (): void => {
    const now = performance.now();
    if (!stop.signal.aborted) {
      askedAt = now;
      stop.abort(new Stopped());
    } else if (now - askedAt > oneRequestMs) force();
  };
  for (const name of names) source.on(name, asked);
  return {
    signal: stop.signal,
    release: () => {
      for (const name of names) source.off(name, asked);
    },
  };
}

/** The reason of the signal: somebody asked to stop; nothing is wrong. */
export class Stopped extends Error {
  constructor() {
    super('Stopped.');
    this.name = 'Stopped';
  }
}
