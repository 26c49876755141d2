/** Bootstrap resamples of the members: who learns from a row, and who is judged by it. */
import { areaOf } from '../../evaluate/auroc.ts';
import type { Random } from '../../random.ts';

export interface Resamples {
  readonly members: number;
  readonly rows: number;
  /** How often each member has drawn each row, shape [members, rows]; bytes, as rows are many. */
  readonly counts: Uint8Array;
  /** How much each row counts, 1 on average; null: all alike. Shape [rows]. */
  readonly rowWeights: Float32Array | null;
}

/** Member m draws each row Poisson(1) times, which is the bootstrap of many rows. */
export function drawResamples(
  members: number,
  rows: number,
  weights: Float32Array | null,
  random: Random,
): Resamples {
  const counts = Uint8Array.from({ length: members * rows }, random.poisson);
  return { members, rows, counts, rowWeights: weights === null ? null : meanOne(weights) };
}

/** One member that learns from most rows, once each, and is judged by the rest. */
export function holdOut(
  share: number,
  rows: number,
  weights: Float32Array | null,
  random: Random,
): Resamples {
  const counts = Uint8Array.from({ length: rows }, () => (random.uniform() < share ? 0 : 1));
  // One at least, of a handful of rows.
  counts[random.below(rows)] = 0;
  return { members: 1, rows, counts, rowWeights: weights === null ? null : meanOne(weights) };
}

function meanOne(weights: Float32Array): Float32Array {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
}

/** Weighted log loss and AUROC of the mean log-odds of those members that have not drawn a row; rows drawn by all are left out. */
export class OutOfBag {
  readonly #resamples: Resamples;
  readonly #targets: Uint8Array | Float32Array;
  readonly #labels: number[] = [];
  readonly #scores: number[] = [];
  #loss = 0;
  #judged = 0;

  constructor(resamples: Resamples, targets: Uint8Array | Float32Array) {
    this.#resamples = resamples;
    this.#targets = targets;
  }

  /** @param logOdds of the rows from `start` on, shape [members, some rows] */
  add(start: number, logOdds: ArrayLike<number>): void {
    const { members, rows, counts, rowWeights } = this.#resamples;
    const width = logOdds.length / members;
    for (let place = 0; place < width; place++) {
      const row = start + place;
      let [sum, judges] = [0, 0];
      for (let member = 0; member < members; member++) {
        if (counts[member * rows + row] > 0) continue;
        sum += logOdds[member * width + place];
        judges++;
      }
      if (judges === 0) continue;
      const x = sum / judges;
      const weight = rowWeights === null ? 1 : rowWeights[row];
      const loss = Math.max(x, 0) - x * this.#targets[row] + Math.log1p(Math.exp(-Math.abs(x)));
      this.#loss += weight * loss;
      this.#judged += weight;
      this.#labels.push(this.#targets[row]);
      this.#scores.push(x);
    }
  }

  get loss(): number {
    return this.#loss / this.#judged;
  }

  /** null where one class is missing, and where the targets are probabilities, which are no classes. */
  get auroc(): number | null {
    if (!(this.#targets instanceof Uint8Array)) return null;
    return areaOf(Uint8Array.from(this.#labels), Float64Array.from(this.#scores));
  }
}
