/** For tests: what a Python program answers, where a Python that has scikit-learn is named. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { z } from 'zod';

/** @param given is JSON on the program's standard input, its answer JSON on its output */
export async function askPython<Answer>(
  program: string,
  given: unknown,
  answer: z.ZodType<Answer>,
): Promise<Answer> {
  // On small tables its threads do nothing but wait for each other.
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const run = promisify(execFile)(process.env.PRAXIS_BENCH_PYTHON ?? '', ['-c', program], { env });
  run.child.stdin?.end(JSON.stringify(given));
  const { stdout } = await run;
  return answer.parse(JSON.parse(stdout));
}
