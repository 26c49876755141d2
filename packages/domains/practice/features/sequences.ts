/** Learners' attempts as numbers: what every model of knowledge reads. */
import type { Learner } from '../data/responses/read.ts';

/** Names that training has seen, to positions from 1; 0 stands for every other. */
export interface Vocabulary {
  readonly items: ReadonlyMap<string, number>;
  readonly skills: ReadonlyMap<string, number>;
}

/** Attempts of all learners end to end, in the order in which each learner made them. */
export interface Sequences {
  /** Where each learner's attempts begin, shape [learners + 1]. */
  readonly starts: Int32Array;
  /** Position of each attempt's problem, shape [attempts]. */
  readonly items: Int32Array;
  /** Where each attempt's skills begin in `skills`, shape [attempts + 1]. */
  readonly skillStarts: Int32Array;
  readonly skills: Int32Array;
  /** 0 or 1, shape [attempts]. */
  readonly right: Uint8Array;
}

export function vocabularyOf(learners: readonly Learner[]): Vocabulary {
  const items = new Map<string, number>();
  const skills = new Map<string, number>();
  const add = (names: Map<string, number>, name: string) => {
    if (!names.has(name)) names.set(name, names.size + 1);
  };
  for (const { attempts } of learners) {
    for (const { problem, skills: exercised } of attempts) {
      if (problem !== null) add(items, problem);
      for (const skill of exercised) add(skills, skill);
    }
  }
  return { items, skills };
}

export function sequencesOf(learners: readonly Learner[], { items, skills }: Vocabulary): Sequences {
  const starts = [0];
  const skillStarts = [0];
  const [itemOf, skillOf, right]: [number[], number[], number[]] = [[], [], []];
  for (const { attempts } of learners) {
    for (const attempt of attempts) {
      itemOf.push(attempt.problem === null ? 0 : (items.get(attempt.problem) ?? 0));
      for (const skill of attempt.skills) skillOf.push(skills.get(skill) ?? 0);
      skillStarts.push(skillOf.length);
      right.push(attempt.right ? 1 : 0);
    }
    starts.push(right.length);
  }
  return {
    starts: Int32Array.from(starts),
    items: Int32Array.from(itemOf),
    skillStarts: Int32Array.from(skillStarts),
    skills: Int32Array.from(skillOf),
    right: Uint8Array.from(right),
  };
}
