/** Successive halving (Jamieson and Talwalkar 2016), in which the folds of a cross-validation are what is spent. */

export interface Race {
  /** Trials are numbered from 0: the first stays in the race whatever it does. */
  readonly trials: number;
  readonly folds: number;
  /** Judges a trial on a fold; false where nothing more may be spent. */
  readonly judge: (trial: number, fold: number) => Promise<boolean>;
  /** Of a trial on the first `folds` folds. */
  readonly loss: (trial: number, folds: number) => number;
}

/** Trials that were all judged on the first `folds` folds, the first trial among them; 0 folds: none was judged. */
export interface Finalists {
  readonly trials: readonly number[];
  readonly folds: number;
}

/** All trials are judged on the first fold, the better half of the first one's rivals on the second too, and so on. */
export async function halve({ trials, folds, judge, loss }: Race): Promise<Finalists> {
  let finalists: Finalists = { trials: Array.from({ length: trials }, (_, trial) => trial), folds: 0 };
  for (let fold = 0; fold < folds; fold++) {
    const standing =
      fold === 0 ? finalists.trials : betterHalf(finalists.trials, (trial) => loss(trial, fold));
    const judged: number[] = [];
    for (const trial of standing) {
      if (!(await judge(trial, fold))) break;
      judged.push(trial);
    }
    const ended = judged.length < standing.length;
    // Of a later fold that not all have seen nothing is taken: its trials would be judged on other rows than the rest.
    if (ended && (fold > 0 || judged.length === 0)) break;
    finalists = { trials: judged, folds: fold + 1 };
    if (ended) break;
  }
  return finalists;
}

/** Fits of a race that runs to its end. */
export function fitsOf(trials: number, folds: number): number {
  let [fits, rivals] = [0, trials - 1];
  for (let fold = 0; fold < folds; fold++) {
    fits += 1 + rivals;
    rivals = Math.ceil(rivals / 2);
  }
  return fits;
}

/** The first trial, and the better half of its rivals: rounded up, so that one is left at the end. */
function betterHalf(standing: readonly number[], lossOf: (trial: number) => number): readonly number[] {
  const [first, ...rivals] = standing;
  const losses = new Map(rivals.map((trial) => [trial, lossOf(trial)]));
  const loss = (trial: number) => losses.get(trial) ?? Number.POSITIVE_INFINITY;
  const best = rivals.toSorted((a, b) => (loss(a) === loss(b) ? a - b : loss(a) - loss(b)));
  return [first, ...best.slice(0, Math.ceil(rivals.length / 2))];
}
