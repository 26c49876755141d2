/** Trains the model of knowledge where it is due, and lets it serve where it foretells better than ability alone. */

import type { Taught } from '../pipeline/tracing/tracing-artifact.ts';
import { isBetter, type SecondMeasure } from '../pipeline/tracing/train-second.ts';
import type { PracticeModel } from './practice-model.ts';
import { freshAnswersNeeded, mostAnswers, type RefitOptions, type RefitStore } from './refit.ts';
import { observedAttempts } from './stored-attempt.ts';
import { keepTraining, readTracingRecord } from './tracing-folder.ts';
import { type SchoolPlan, trainTracing } from './train-tracing.ts';

export type Teaching =
  /** Trained since it was due, or too few of the installation's answers are new. */
  | { readonly kind: 'notDue' }
  | {
      readonly kind: 'serves' | 'noBetter';
      readonly simulated: Taught;
      readonly own: Taught;
      readonly measure: SecondMeasure;
    };

export interface TeachOptions extends RefitOptions {
  readonly schools: SchoolPlan;
  readonly threads: number;
}

const seed = 0;

/** @throws the signal's reason; what store and file system say */
export async function teachTracing(
  store: Pick<RefitStore, 'answered'>,
  folder: string,
  model: PracticeModel,
  { dueSince, schools, threads, now, signal }: TeachOptions,
): Promise<Teaching> {
  const record = await readTracingRecord(folder);
  if (record !== null && record.trainedAt >= dueSince) return { kind: 'notDue' };
  const { attempts } = await store.answered(mostAnswers);
  const skills = new Set(model.skills.map(({ id }) => id));
  const ownAttempts = observedAttempts(attempts, skills).length;
  if (record !== null && ownAttempts - record.ownAttempts < freshAnswersNeeded) return { kind: 'notDue' };
  const trained = await trainTracing(model, attempts, schools, { seed, threads, signal, now });
  const better = isBetter(trained);
  const { trainedAt, simulated, own } = trained.model;
  const figures = { trainedAt, ownAttempts, set: trained.set, own: trained.own };
  await keepTraining(folder, better ? trained.model : null, figures);
  return { kind: better ? 'serves' : 'noBetter', simulated, own, measure: trained.set };
}
