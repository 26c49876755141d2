/** How a process of ours ends by itself. */

/** Whatever may still hold the process (a socket in its last breath) has this long. */
const patienceMs = 2_000;

/**
 * Ends this process once what it still does is done, or soon. It lets go of its supervisor first: who listens for the end of
 * that channel is kept alive by it, and a process that had failed would stay for ever, doing nothing, and never be replaced.
 *
 * @param code 0, or 1 where it failed: its supervisor then starts it again
 */
export function endChild(code: 0 | 1): void {
  process.exitCode = code;
  if (process.connected) process.disconnect();
  // Killing does not run exit handlers: native threads that still compute would abort them with a core dump.
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMs).unref();
}
