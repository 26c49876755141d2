/**
 * Loaded before a program that is not ours (`node --import`): when the supervisor goes, be it by `kill -9`, the channel
 * to it closes and the program ends as on SIGTERM. The supervisor stops it the same way, on every platform.
 */

/** Long enough to answer the requests in flight. */
const patienceMs = 5_000;

function end(): void {
  // Killing does not run exit handlers: native threads that still compute would abort them with a core dump.
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMs).unref();
  // Nobody reads any more; a broken pipe must not interrupt the clean ending.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143);
}

if (process.connected === false) end();
else process.once('disconnect', end);
