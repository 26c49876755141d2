/** Where the cohort's files lie. */
import { join } from 'node:path';

/** The product's own folder is asked for only here: a bundler that takes this file into a page has none. */
export function cohortPaths(folder: string = join(import.meta.dirname, 'files')) {
  return {
    people: join(folder, 'nafld-people.csv.gz'),
    observations: join(folder, 'nafld-observations.csv.gz'),
    events: join(folder, 'nafld-events.csv.gz'),
  };
}
