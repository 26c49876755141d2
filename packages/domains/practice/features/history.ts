/** What a learner has done so far, as the numbers that models read before an attempt. */
import type { Easiness } from './difficulty.ts';

/**
 * The numbers, in order. `…Wins` and `…Fails` are log(1 + count) of right and wrong answers so far; `…share` and `…lately` lie
 * around 0, the share of right answers of the training; of several skills each number is the mean. Whether a problem is the
 * one just answered is none of them: rows of one attempt are joined by their answer, so the second of two that are left
 * would be known to differ from the first.
 */
export const historyNumbers = [
  'wins',
  'fails',
  'skillWins',
  'skillFails',
  'itemWins',
  'itemFails',
  'skillShare',
  'share',
  'lately',
  'latelySlow',
  'latelySlower',
  'skillLately',
  'skillLatelySlow',
  'ability',
  'skillAbility',
  'skillGap',
  'skillsUnseen',
  'furtherSkills',
  'sameSkills',
  'sameSkillsRight',
] as const;

/** An attempt before its answer. */
export interface Question {
  readonly item: number;
  readonly skills: Int32Array;
  readonly easiness: Easiness;
}

interface SkillHistory {
  wins: number;
  fails: number;
  last: number;
  lately: number;
  latelySlow: number;
  ability: number;
}

/** How much the last answer weighs in a running share. */
const rates = { lately: 0.3, slow: 0.1, slower: 0.03, skill: 0.4, skillSlow: 0.15 } as const;
/** How far an answer moves an ability, by how many there were before (Elo's rating; Pelánek 2016). */
const abilityStep = (answers: number) => Math.max(0.06, 0.5 / (1 + 0.1 * answers));
const skillStep = (answers: number) => Math.max(0.12, 0.6 / (1 + 0.2 * answers));
/** Answers that the mean of all counts for in a share. */
const [sharePrior, skillSharePrior] = [5, 1.5];

const patternAnswers = 5;
export const patternCount = 2 ** (patternAnswers + 1);

/** Answers as binary digits behind a leading 1, which tells how many they are. */
function nextPattern(pattern: number, right: number): number {
  const longer = 2 * pattern + right;
  const most = 2 ** patternAnswers;
  return longer < 2 * most ? longer : most + (longer % most);
}

const chance = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

/** One learner's past. Ask before the answer is added: what is asked holds no future. */
export class LearnerHistory {
  readonly #mean: number;
  readonly #skills = new Map<number, SkillHistory>();
  readonly #items = new Map<number, { wins: number; fails: number }>();
  #wins = 0;
  #fails = 0;
  #lately: [number, number, number];
  #ability = 0;
  #pattern = 1;
  #last: { readonly question: Question; readonly right: number } | null = null;

  /** @param mean share of right answers in the training */
  constructor(mean: number) {
    this.#mean = mean;
    this.#lately = [mean, mean, mean];
  }

  /** Writes `historyNumbers` from `offset` on. */
  write({ item, skills }: Question, target: Float32Array, offset: number): void {
    const mean = this.#mean;
    const done = this.#wins + this.#fails;
    const ofItem = this.#items.get(item) ?? { wins: 0, fails: 0 };
    let [wins, fails, lately, slow, ability, gap, unseen] = [0, 0, 0, 0, 0, 0, 0];
    for (const skill of skills) {
      const past = this.#skills.get(skill);
      if (past === undefined) {
        unseen++;
        continue;
      }
      wins += past.wins;
      fails += past.fails;
      lately += past.lately - mean;
      slow += past.latelySlow - mean;
      ability += past.ability;
      gap += Math.log1p(done - past.last);
    }
    const count = skills.length;
    const last = this.#last;
    const sameSkills =
      last !== null &&
      last.question.skills.length === count &&
      last.question.skills.every((id, at) => id === skills[at]);
    const shareOfSkill =
      (wins / count + 1) / ((wins + fails) / count + skillSharePrior) - 1 / skillSharePrior;
    const share = (this.#wins + sharePrior * mean) / (done + sharePrior) - mean;
    target.set(
      [
        Math.log1p(this.#wins),
        Math.log1p(this.#fails),
        Math.log1p(wins / count),
        Math.log1p(fails / count),
        Math.log1p(ofItem.wins),
        Math.log1p(ofItem.fails),
        shareOfSkill,
        share,
        ...this.#lately.map((value) => value - mean),
        lately / count,
        slow / count,
        this.#ability,
        ability / count,
        gap / count,
        unseen / count,
        count - 1,
        sameSkills ? 1 : 0,
        sameSkills && last?.right === 1 ? 1 : 0,
      ],
      offset,
    );
  }

  /** The last five answers, or as many as there are, as one of `patternCount` numbers. */
  get pattern(): number {
    return this.#pattern;
  }

  /** Right and wrong answers to one skill so far. */
  counts(skill: number): { readonly wins: number; readonly fails: number } {
    return this.#skills.get(skill) ?? { wins: 0, fails: 0 };
  }

  add(question: Question, right: number): void {
    const { item, skills, easiness } = question;
    const done = this.#wins + this.#fails;
    for (const skill of skills) this.#addSkill(skill, easiness.logOdds, right, done);
    this.#ability += (right - chance(easiness.logOdds + this.#ability)) * abilityStep(done);
    const ofItem = this.#items.get(item) ?? { wins: 0, fails: 0 };
    this.#items.set(item, ofItem);
    if (right === 1) ofItem.wins++;
    else ofItem.fails++;
    if (right === 1) this.#wins++;
    else this.#fails++;
    const [fast, slow, slower] = this.#lately;
    this.#lately = [
      fast + rates.lately * (right - fast),
      slow + rates.slow * (right - slow),
      slower + rates.slower * (right - slower),
    ];
    this.#pattern = nextPattern(this.#pattern, right);
    this.#last = { question, right };
  }

  #addSkill(skill: number, easiness: number, right: number, done: number): void {
    const mean = this.#mean;
    const past = this.#skills.get(skill) ?? {
      wins: 0,
      fails: 0,
      last: 0,
      lately: mean,
      latelySlow: mean,
      ability: 0,
    };
    past.ability += (right - chance(easiness + past.ability)) * skillStep(past.wins + past.fails);
    past.lately += rates.skill * (right - past.lately);
    past.latelySlow += rates.skillSlow * (right - past.latelySlow);
    past.last = done;
    if (right === 1) past.wins++;
    else past.fails++;
    this.#skills.set(skill, past);
  }
}
