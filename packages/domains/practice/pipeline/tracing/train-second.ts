/** Fits the recurrent model of knowledge and how much it counts beside ability, and measures whether both foretell better than ability. */
import { type FitOptions, fitSequences, logLoss, predictSequences } from '@praxis/core';
import type { Attempt } from '../../data/responses/attempts.ts';
import { fitBlend } from './blend.ts';
import { recurrentSettings } from './sequence-models.ts';
import type { Taught, TracingModel } from './tracing-artifact.ts';
import { readLearners, readTraining } from './tracing-data.ts';

/** An attempt with what ability and difficulty made one expect of it before its answer. */
interface ExpectedAttempt extends Attempt {
  /** Strictly between 0 and 1. */
  readonly expected: number;
}

export interface TaughtLearner {
  readonly simulated: boolean;
  /** Somebody else chose the skills: known of simulated learners alone. */
  readonly set: boolean;
  readonly attempts: readonly ExpectedAttempt[];
}

export interface LearnerParts {
  readonly training: readonly TaughtLearner[];
  /** Chooses when to stop, and how much each opinion counts. */
  readonly validation: readonly TaughtLearner[];
  /** Measures, and nothing else. */
  readonly test: readonly TaughtLearner[];
}

/** Mean log losses on learners whom nothing was fitted to. */
export interface SecondMeasure {
  readonly learners: number;
  readonly attempts: number;
  readonly ability: number;
  readonly both: number;
  /** How much less `both` is, and the standard error of that: learners are drawn, not attempts. */
  readonly gain: number;
  readonly error: number;
}

export interface SecondTraining {
  readonly model: TracingModel;
  /** Of those who were set skills, and of those for whom the product chose all. */
  readonly set: SecondMeasure;
  readonly chosen: SecondMeasure;
  /** Of this installation's learners alone; null where too few of them are in the test. */
  readonly own: SecondMeasure | null;
}

export type SecondOptions = Pick<FitOptions, 'seed' | 'threads' | 'signal'> & { readonly now: () => number };

/** Learners of the installation in the test, below which nothing is said of them alone. */
const fewestOwn = 10;

/** @throws FitError `oneClass`; the signal's reason */
export async function trainSecond(
  { training, validation, test }: LearnerParts,
  { seed, threads, signal, now }: SecondOptions,
): Promise<SecondTraining> {
  const read = readTraining(training);
  const { reading } = read;
  const judged = readLearners(reading, validation);
  const recurrent = await fitSequences(
    read.training.rows.sequences,
    judged.rows.sequences,
    recurrentSettings,
    { seed, threads, signal, onEpoch: () => {} },
  );
  const opinions = async (learners: readonly TaughtLearner[]) => {
    const { rows } = readLearners(reading, learners);
    const { logOdds } = await predictSequences(recurrent, rows.sequences, {
      samples: 0,
      seed,
      threads,
      signal,
    });
    const expected = learners.flatMap(({ attempts }) => attempts.map((attempt) => attempt.expected));
    const ability = Float64Array.from(expected, (chance) => Math.log(chance / (1 - chance)));
    return { ability, recurrent: logOdds, labels: rows.sequences.labels };
  };
  const before = await opinions(validation);
  const fitted = await fitBlend([before.ability, before.recurrent], before.labels, signal);
  const blend = {
    intercept: fitted.intercept,
    ability: fitted.coefficients[0],
    recurrent: fitted.coefficients[1],
  };
  const after = await opinions(test);
  const both = after.ability.map(
    (value, attempt) => blend.intercept + blend.ability * value + blend.recurrent * after.recurrent[attempt],
  );
  const taught = (simulated: boolean): Taught => {
    const these = training.filter((learner) => learner.simulated === simulated);
    return {
      learners: these.length,
      attempts: these.reduce((sum, { attempts }) => sum + attempts.length, 0),
    };
  };
  const model = { reading, recurrent, blend, simulated: taught(true), own: taught(false), trainedAt: now() };
  const own = test.filter(({ simulated }) => !simulated).length;
  const measured = (of: (learner: TaughtLearner) => boolean) => measure(test, of, after.ability, both);
  return {
    model,
    set: measured(({ set }) => set),
    chosen: measured(({ set }) => !set),
    own: own < fewestOwn ? null : measured(({ simulated }) => !simulated),
  };
}

function measure(
  learners: readonly TaughtLearner[],
  of: (learner: TaughtLearner) => boolean,
  ability: Float64Array,
  both: Float64Array,
): SecondMeasure {
  let from = 0;
  const sums: { readonly attempts: number; readonly ability: number; readonly both: number }[] = [];
  for (const learner of learners) {
    const to = from + learner.attempts.length;
    if (of(learner) && to > from) {
      const labels = Uint8Array.from(learner.attempts, ({ right }) => (right ? 1 : 0));
      const loss = (logOdds: Float64Array) =>
        labels.length * logLoss(labels, chances(logOdds.subarray(from, to))).value;
      sums.push({ attempts: labels.length, ability: loss(ability), both: loss(both) });
    }
    from = to;
  }
  const total = (value: (sum: (typeof sums)[number]) => number) =>
    sums.reduce((whole, sum) => whole + value(sum), 0);
  const attempts = total((sum) => sum.attempts);
  const gain = total((sum) => sum.ability - sum.both) / attempts;
  // Of a ratio of sums, by its residuals (Cochran 1977, section 6.3).
  const residuals = total((sum) => (sum.ability - sum.both - gain * sum.attempts) ** 2);
  return {
    learners: sums.length,
    attempts,
    ability: total((sum) => sum.ability) / attempts,
    both: total((sum) => sum.both) / attempts,
    gain,
    error: Math.sqrt((residuals * sums.length) / (sums.length - 1)) / attempts,
  };
}

const chances = (logOdds: Float64Array): Float64Array => logOdds.map((value) => 1 / (1 + Math.exp(-value)));

/** Better for those who are set skills than chance would have it, by two standard errors, and no worse for whom is here. */
export function isBetter({ set, own }: Pick<SecondTraining, 'set' | 'own'>): boolean {
  return set.gain > 2 * set.error && (own === null || own.gain >= 0);
}
