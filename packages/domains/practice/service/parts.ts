/** What the services of practice stand on, and how a learner stands now. */
import type { TracingModel } from '../pipeline/tracing/tracing-artifact.ts';
import { readBelieved } from './believed.ts';
import type { Situation } from './choose.ts';
import { placedExercise } from './placed-exercise.ts';
import type { PracticeModel } from './practice-model.ts';
import type { PracticeStore } from './store.ts';

export interface Parts {
  readonly store: PracticeStore;
  readonly model: PracticeModel;
  readonly now: () => Date;
  /** IANA name of the zone whose midnight ends a learner's day. */
  readonly timeZone: string;
  /** The model of knowledge that has a say in what is expected; null, and absent, where none does. */
  readonly knowledge?: () => Promise<TracingModel | null>;
}

/** What is believed now, and which exercises this learner could be given. */
export async function situationOf({ store, model, now }: Parts, learner: string): Promise<Situation> {
  const [believed, stock] = await Promise.all([store.believed(learner), store.stock(learner)]);
  const { learner: state, difficulty } = readBelieved(model, believed);
  const known = new Set(state.skills);
  return {
    ...{ model, beliefs: difficulty, learner: state, at: now().getTime() },
    candidates: stock.map(placedExercise).filter(({ skill }) => known.has(skill)),
  };
}
