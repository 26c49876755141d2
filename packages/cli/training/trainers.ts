/** What a worker trains, by vertical and outcome. */
import type { StoredVertical, TrainingPlaces } from '../verticals.ts';
import type { Train } from './run-training.ts';

type Trainable = Pick<StoredVertical, 'id' | 'trainer'>;

/** Looks a trainer up by the names that a job carries; null where this version has none. */
export function trainersOf(
  verticals: readonly Trainable[],
  places: TrainingPlaces,
): (vertical: string, outcome: string) => Train | null {
  const trainers = new Map(verticals.map(({ id, trainer }) => [id, trainer(places)]));
  return (vertical, outcome) => trainers.get(vertical)?.(outcome) ?? null;
}
