/** Makes exercises of a skill, verified, as hard as asked, and different from those just before. */
import { createRandom } from '@praxis/core/random';
import { certify } from './certificate/certify.ts';
import { assumedDifficulty, difficultyFor, successAt } from './difficulty.ts';
import { type Exercise, toExercise } from './exercise.ts';
import { exerciseId } from './exercise-id.ts';
import type { Language } from './sentence.ts';
import type { SkillId } from './skills/graph.ts';
import { featuresOf } from './templates/features.ts';
import { templatesOf } from './templates/registry.ts';
import { canonicalTask } from './templates/task.ts';
import type { Drafted, Template } from './templates/template.ts';

export interface Wish {
  readonly skill: SkillId;
  /** Probability of success that is aimed at, between 0 and 1. */
  readonly success: number;
  /** Logits; 0 where nothing is known of the learner. */
  readonly ability: number;
  readonly seed: number;
  readonly language: Language;
}

export interface Generated {
  readonly exercise: Exercise;
  /** Probability of success by the assumed difficulty. */
  readonly expected: number;
  /** False: no template of the skill comes as near as was asked, this is the nearest. */
  readonly asAsked: boolean;
  /** The same for two exercises that ask the same. */
  readonly canonical: string;
}

export interface GenerateError {
  readonly code: 'no-template' | 'constraints' | 'refused';
  readonly message: string;
  readonly place: string;
}

/** Logits between what is asked for and what is given; 0.25 moves a probability of 0.7 by 0.05. */
const near = 0.25;
/** Drafts are cheap, checks are not: so many are drawn before the nearest is taken. */
const draws = 60;
/** No exercise comes back within so many. */
const memory = 50;
/** A template whose drafts are refused so often in a row is broken. */
const refusals = 5;

interface Candidate {
  readonly template: Template;
  readonly seed: number;
  readonly drafted: Drafted;
  readonly difficulty: number;
  readonly form: string;
}

/** The exercise that a seed gives, whatever its difficulty; an error value where its draft is refused. */
export function verifiedExercise(
  template: Template,
  seed: number,
  language: Language,
): Exercise | GenerateError {
  const place = exerciseId(template, seed);
  const drafted = template.draw(seed);
  if (drafted === null) return { code: 'constraints', message: 'The constraints were not met.', place };
  const certified = certify(drafted.draft);
  if ('code' in certified) {
    return { code: 'refused', message: `${certified.place}: ${certified.message}`, place };
  }
  return toExercise(template, seed, drafted, certified, language);
}

/** One after the other, without end; the same wish gives the same exercises. */
export function* generate(wish: Wish): Generator<Generated | GenerateError> {
  const recent: string[] = [];
  for (let place = 0; ; place++) {
    const made = generateOne(wish, place, recent);
    yield made;
    if ('code' in made) return;
    recent.push(made.canonical);
    if (recent.length > memory) recent.shift();
  }
}

/**
 * One exercise of a wish's sequence.
 *
 * @param place in the sequence: another one gives another exercise
 * @param avoid canonical forms that must not come back
 */
function generateOne(wish: Wish, place: number, avoid: readonly string[]): Generated | GenerateError {
  const [first, ...others] = templatesOf(wish.skill);
  if (first === undefined) {
    return {
      code: 'no-template',
      message: `No template makes exercises of ${wish.skill}.`,
      place: wish.skill,
    };
  }
  const target = difficultyFor(wish.success, wish.ability);
  const refused = new Set<string>();
  let message = 'No template met its constraints, or all it has were shown just before.';
  for (let attempt = 0; attempt < refusals; attempt++) {
    const stream = place + attempt * 1_000_003;
    const candidate = nearest(wish.seed, stream, [first, ...others], target, [...avoid, ...refused]);
    if (candidate === null) continue;
    const { template, seed, drafted, difficulty, form } = candidate;
    const certified = certify(drafted.draft);
    if ('code' in certified) {
      message = `${exerciseId(template, seed)}, ${certified.place}: ${certified.message}`;
      refused.add(form);
      continue;
    }
    return {
      exercise: toExercise(template, seed, drafted, certified, wish.language),
      expected: Math.round(successAt(difficulty, wish.ability) * 1000) / 1000,
      asAsked: Math.abs(difficulty - target) <= near,
      canonical: form,
    };
  }
  return { code: 'refused', message, place: wish.skill };
}

/** The first that is near enough, so that all are as likely; else the nearest. */
function nearest(
  seed: number,
  stream: number,
  templates: readonly [Template, ...Template[]],
  target: number,
  avoid: readonly string[],
): Candidate | null {
  const random = createRandom(seed, stream);
  let best: Candidate | null = null;
  for (let draw = 0; draw < draws; draw++) {
    const template = templates[random.below(templates.length)] ?? templates[0];
    const itsSeed = random.below(2 ** 31);
    const drafted = template.draw(itsSeed);
    const form = drafted === null ? '' : canonicalTask(drafted.draft.task);
    if (drafted === null || avoid.includes(form)) continue;
    const difficulty = assumedDifficulty(featuresOf(drafted.draft));
    if (best === null || Math.abs(difficulty - target) < Math.abs(best.difficulty - target)) {
      best = { template, seed: itsSeed, drafted, difficulty, form };
    }
    if (Math.abs(difficulty - target) <= near) return best;
  }
  return best;
}
