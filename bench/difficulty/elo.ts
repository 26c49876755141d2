/**
 * Hierarchical Elo (Pelánek 2016): an ability as a whole, one for each skill and one for each template, moved by the
 * surprise of each answer, by less the more answers there were. It starts from the same fitted difficulties as Praxis.
 */
import type { Candidate } from '../../packages/domains/practice/index.ts';
import { enough, type Policy, type Seen, smallest, target } from './policy.ts';

export interface EloSettings {
  /** A step is first / (1 + slowing · answers so far). */
  readonly overallFirst: number;
  readonly overallSlowing: number;
  readonly skillFirst: number;
  readonly skillSlowing: number;
  readonly templateFirst: number;
  readonly templateSlowing: number;
  /** A right answer by chance alone. */
  readonly guess: number;
}

/** Found by `npm run bench:difficulty -- --tune 60`, on other seeds than the bench's. */
export const tunedElo: EloSettings = {
  overallFirst: 0.6,
  overallSlowing: 0.074,
  skillFirst: 0.4,
  skillSlowing: 0.029,
  templateFirst: 0.25,
  templateSlowing: 0.098,
  guess: 0.053,
};

class Ratings {
  readonly #first: number;
  readonly #slowing: number;
  readonly #ratings = new Map<string, { value: number; answers: number }>();

  constructor(first: number, slowing: number) {
    this.#first = first;
    this.#slowing = slowing;
  }

  value(key: string): number {
    return this.#ratings.get(key)?.value ?? 0;
  }

  move(key: string, surprise: number): void {
    const { value, answers } = this.#ratings.get(key) ?? { value: 0, answers: 0 };
    const step = this.#first / (1 + this.#slowing * answers);
    this.#ratings.set(key, { value: value + step * surprise, answers: answers + 1 });
  }
}

export function elo(settings: EloSettings, difficulty: (exercise: Candidate) => number): Policy {
  const overall = new Ratings(settings.overallFirst, settings.overallSlowing);
  const skills = new Ratings(settings.skillFirst, settings.skillSlowing);
  const templates = new Ratings(settings.templateFirst, settings.templateSlowing);
  const ability = ({ learner }: Seen, skill: string) =>
    overall.value(`${learner}`) + skills.value(`${learner} ${skill}`);
  const chance = (logit: number) => settings.guess + (1 - settings.guess) / (1 + Math.exp(-logit));
  const success = (seen: Seen, exercise: Candidate) =>
    chance(ability(seen, exercise.skill) - difficulty(exercise) - templates.value(exercise.template));
  return {
    name: 'hierarchical Elo',
    choose: (seen, candidates) => {
      // Where it chooses the skill too: what it does not take for mastered comes first.
      const mastered = candidates.map(({ skill }) => chance(ability(seen, skill)) >= enough);
      return smallest(
        candidates.map(
          (exercise, place) => Math.abs(success(seen, exercise) - target) + (mastered[place] ? 1 : 0),
        ),
      );
    },
    observe: (seen, exercise, correct) => {
      const surprise = (correct ? 1 : 0) - success(seen, exercise);
      overall.move(`${seen.learner}`, surprise);
      skills.move(`${seen.learner} ${exercise.skill}`, surprise);
      templates.move(exercise.template, -surprise);
    },
  };
}
