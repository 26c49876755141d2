/** The page on which a set is asked for, with skills and learners chosen already. */

export interface SetStart {
  readonly skills: readonly string[];
  /** Ids; none: all of the class. */
  readonly learners: readonly string[];
}

/** @param address of the class */
export function setAddress(address: string, { skills, learners }: SetStart): string {
  const search = new URLSearchParams([
    ...skills.map((skill) => ['skill', skill]),
    ...learners.map((learner) => ['learner', learner]),
  ]);
  return `${address}/sets?${search}#new`;
}

export function parseSetWish(given: Readonly<Record<string, string | string[] | undefined>>): SetStart {
  const all = (name: string) => [given[name] ?? []].flat();
  return { skills: all('skill'), learners: all('learner') };
}
