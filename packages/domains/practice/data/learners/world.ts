/** Simulated worlds: each breaks another assumption of the model that chooses exercises. */

export interface WorldSettings {
  readonly name: string;
  /** Deviations among learners: of the ability as a whole, and of each skill. */
  readonly overall: number;
  readonly skill: number;
  /** Share of a skill's deviation that comes from its prerequisites' mean. */
  readonly inherited: number;
  /** Templates differ in slope: deviation of its logarithm. */
  readonly slope: number;
  /** Largest chance of guessing right, and of slipping; each template and each learner has its own below it. */
  readonly guess: number;
  readonly slip: number;
  /** Logits lost by tenfold the days since a skill was last practised, for the mean learner. */
  readonly forgetting: number;
  /** Logits that an attempt adds to its skill where conditions are best. */
  readonly gain: number;
  /** Whether an exercise that is neither too easy nor too hard teaches more than others. */
  readonly challengeTeaches: boolean;
}

const base: WorldSettings = {
  name: 'as fitted',
  overall: 0.8,
  skill: 1,
  inherited: 0.8,
  slope: 0,
  guess: 0,
  slip: 0,
  forgetting: 0,
  gain: 0.08,
  challengeTeaches: true,
};

/** The world in which the difficulty model is fitted: no slopes, no guessing, no forgetting. */
export const fittedWorld = base;

export const otherWorlds: readonly WorldSettings[] = [
  { ...base, name: 'other slopes', slope: 0.35 },
  { ...base, name: 'guessing and slips', guess: 0.25, slip: 0.15 },
  { ...base, name: 'forgetting', forgetting: 0.4, gain: 0.12 },
  { ...base, name: 'all of these', slope: 0.35, guess: 0.25, slip: 0.15, forgetting: 0.4, gain: 0.12 },
];
