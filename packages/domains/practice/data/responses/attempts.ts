/** What a learner did, one attempt after the other. */

/** One exercise answered once. */
export interface Attempt {
  /** null where the file names skills alone. */
  readonly problem: string | null;
  /** One or more, each once. */
  readonly skills: readonly string[];
  readonly right: boolean;
}

/** A row of a file: an attempt that exercises several skills stands there once for each. */
export interface ResponseRow {
  readonly problem: string | null;
  readonly skill: string;
  readonly right: boolean;
}

/**
 * Rows to attempts. A row that repeats the problem before it with the same answer is that attempt under another of its
 * skills: kept as a row of its own, its answer would stand in the history that predicts it. Rows without a problem are
 * attempts of their own.
 */
export function attemptsOf(rows: Iterable<ResponseRow>): readonly Attempt[] {
  const attempts: { problem: string | null; skills: string[]; right: boolean }[] = [];
  for (const { problem, skill, right } of rows) {
    const last = attempts.at(-1);
    if (problem !== null && last?.problem === problem && last.right === right) {
      if (!last.skills.includes(skill)) last.skills.push(skill);
    } else {
      attempts.push({ problem, skills: [skill], right });
    }
  }
  return attempts;
}
