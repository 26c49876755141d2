/** Which row is held out when: by chance, in equal shares of events, whole groups, or by time. */
import { createRandom, shuffle } from '../random.ts';

/** Row indices; no row is in both. */
export interface Split {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/**
 * Random folds: sizes differ by one row at most.
 *
 * @returns the fold, 1 to `folds`, in which each row is held out; shape [rows]
 */
export function randomFolds(rows: number, folds: number, seed: number): Int8Array {
  return stratifiedFolds(new Uint8Array(rows), folds, seed);
}

/**
 * Stratified folds: each holds (almost) the same share of events.
 *
 * @param labels 0 or 1, shape [rows]
 * @returns the fold, 1 to `folds`, in which each row is held out; shape [rows]
 */
export function stratifiedFolds(labels: Uint8Array, folds: number, seed: number): Int8Array {
  const random = createRandom(seed);
  const fold = new Int8Array(labels.length);
  let next = 0;
  for (const label of [1, 0]) {
    const members = Int32Array.from(labels.keys()).filter((row) => labels[row] === label);
    shuffle(members, random);
    // The second stratum goes on where the first ended, so that fold sizes differ by one row at most.
    for (const row of members) fold[row] = (next++ % folds) + 1;
  }
  return fold;
}

/**
 * Folds of whole groups, such as one person's records: the largest groups first, each to the fold that it leaves most even
 * in rows and events (the rule of scikit-learn's StratifiedGroupKFold, with squares for standard deviations).
 *
 * @param groups a code for each row; rows of one code stay together
 * @param labels 0 or 1, shape [rows]
 * @returns the fold, 1 to `folds`, in which each row is held out; shape [rows]
 */
export function groupedFolds(groups: Int32Array, labels: Uint8Array, folds: number, seed: number): Int8Array {
  const sizes = new Map<number, { rows: number; events: number }>();
  groups.forEach((group, row) => {
    const size = sizes.get(group) ?? { rows: 0, events: 0 };
    size.rows++;
    size.events += labels[row];
    sizes.set(group, size);
  });
  const events = Math.max(
    1,
    labels.reduce((sum, label) => sum + label, 0),
  );
  const order = Int32Array.from(sizes.keys());
  shuffle(order, createRandom(seed));
  const share = (group: number) => {
    const size = sizes.get(group);
    return size === undefined ? 0 : size.rows / groups.length + size.events / events;
  };
  // Groups of one size stay in their shuffled order.
  const largestFirst = Array.from(order).sort((one, other) => share(other) - share(one));

  const filled = Array.from({ length: folds }, () => ({ rows: 0, events: 0 }));
  const foldOf = new Map<number, number>();
  for (const group of largestFirst) {
    const size = sizes.get(group) ?? { rows: 0, events: 0 };
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    filled.forEach((fold, index) => {
      // By how much the sum of squared shares grows, which is least where the fold is emptiest in what the group has.
      const cost =
        (size.rows * (2 * fold.rows + size.rows)) / groups.length ** 2 +
        (size.events * (2 * fold.events + size.events)) / events ** 2;
      if (cost < least) {
        least = cost;
        best = index;
      }
    });
    filled[best].rows += size.rows;
    filled[best].events += size.events;
    foldOf.set(group, best + 1);
  }
  return Int8Array.from(groups, (group) => foldOf.get(group) ?? 0);
}

/** Each fold held out once, trained on the others. */
export function foldSplits(fold: Int8Array, folds: number): Split[] {
  const rows = Int32Array.from(fold.keys());
  return Array.from({ length: folds }, (_, index) => ({
    train: rows.filter((row) => fold[row] !== index + 1),
    test: rows.filter((row) => fold[row] === index + 1),
  }));
}

/**
 * Held out: the rows of a window of time. Trained on: the rows whose label was known when the window began.
 *
 * @param times ms, shape [rows]; a row without a time (NaN) is in neither
 * @param window `start` is in it, `end` is not
 * @param labelDelayMs how long after its time the label of a row becomes known
 */
export function timeSplit(
  times: Float64Array,
  window: { readonly start: number; readonly end: number },
  labelDelayMs: number,
): Split {
  const rows = Int32Array.from(times.keys());
  return {
    train: rows.filter((row) => times[row] < window.start && times[row] + labelDelayMs <= window.start),
    test: rows.filter((row) => times[row] >= window.start && times[row] < window.end),
  };
}

/**
 * Windows of time, one after the other to the last row, of about the same number of rows; each is trained on all rows
 * whose label was known when it began. The first begins as soon as one in `folds` + 1 of the rows is known, or any where so
 * many never are. Rows of one time are never parted, so there are fewer windows than `folds` where fewer times are left.
 *
 * @param times ms, shape [rows]
 * @throws RangeError where the label of no row is known before the last row's time
 */
export function timeFolds(times: Float64Array, folds: number, labelDelayMs: number): Split[] {
  const sorted = times.filter((time) => !Number.isNaN(time)).sort();
  const share = Math.max(1, Math.floor(sorted.length / (folds + 1)));
  const startWith = (known: number) =>
    sorted.findIndex((time) => time > sorted[0] && time >= sorted[known - 1] + labelDelayMs);
  const withShare = startWith(share);
  const first = withShare < 0 ? startWith(1) : withShare;
  if (first < 0) {
    throw new RangeError(
      `The rows' times span too little for a label delay of ${labelDelayMs / 86_400_000} days: no row's label is known before another row's time.`,
    );
  }
  const starts = new Set<number>();
  for (let fold = 0; fold < folds; fold++) {
    starts.add(sorted[first + Math.floor(((sorted.length - first) * fold) / folds)]);
  }
  const ends = [...starts].slice(1).concat(Number.POSITIVE_INFINITY);
  return [...starts].map((start, window) => timeSplit(times, { start, end: ends[window] }, labelDelayMs));
}

/** One seed for each repetition of a split. */
export function repeatedSeeds(seed: number, repeats: number): number[] {
  return Array.from({ length: repeats }, (_, repeat) => seed + repeat);
}
