/** The payments of one customer or one terminal in the order of time, in columns. */

const firstCapacity = 16;

type AnyColumn = Float64Array | Float32Array | Int32Array;

/**
 * Rows `start` to `end` are in use. Of payments at the same second the one that arrived later comes later. Amounts are whole
 * minor units, so that the running sums are exact and no window drifts.
 */
export class History {
  start = 0;
  end = 0;
  times = new Float64Array(firstCapacity);
  ids = new Float64Array(firstCapacity);
  amounts = new Float64Array(firstCapacity);
  /** Number of the terminal of a customer's payment, or of the customer of a terminal's. */
  partners = new Int32Array(firstCapacity);
  /** Amount as a multiple of what was usual for the customer then, NaN where nothing was. */
  ratios = new Float32Array(firstCapacity);
  /** From when on a payment is known as fraud, Infinity where it is not. */
  fraudKnownAt = new Float64Array(firstCapacity);
  /** Payments that are known as fraud at some time: where there are none, nothing needs to be looked through. */
  frauds = 0;
  /** Sum of the amounts up to and with each row. */
  #sums = new Float64Array(firstCapacity);
  #sumBeforeStart = 0;

  /** @returns its row, after all that are not later */
  insert(time: number, id: number, amount: number, partner: number): number {
    if (this.end === this.times.length) this.#makeRoom();
    let row = this.end;
    while (row > this.start && this.times[row - 1] > time) row--;
    if (row < this.end) this.#shift(row);
    this.end++;
    this.times[row] = time;
    this.ids[row] = id;
    this.amounts[row] = amount;
    this.partners[row] = partner;
    this.ratios[row] = Number.NaN;
    this.fraudKnownAt[row] = Number.POSITIVE_INFINITY;
    for (let later = row; later < this.end; later++) {
      this.#sums[later] = this.#sumBefore(later) + this.amounts[later];
    }
    return row;
  }

  /** Forgets what is not later than `time`. */
  forget(time: number): void {
    while (this.start < this.end && this.times[this.start] <= time) {
      if (this.fraudKnownAt[this.start] !== Number.POSITIVE_INFINITY) this.frauds--;
      this.#sumBeforeStart = this.#sums[this.start];
      this.start++;
    }
  }

  /**
   * The first row that is later than `time`, of those from `start` to before `before`; `before` where there is none. Looks in
   * steps that double, because most windows begin not far back.
   */
  firstAfter(time: number, before = this.end): number {
    let high = before;
    let low = high - 1;
    for (let step = 2; low >= this.start && this.times[low] > time; step *= 2) {
      high = low;
      low -= step;
    }
    low = Math.max(low, this.start);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.times[middle] > time) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Sum of the amounts of rows `from` to before `to`. */
  sum(from: number, to: number): number {
    return this.#sumBefore(to) - this.#sumBefore(from);
  }

  /** Marks a payment as fraud from `knownAt` on, or with Infinity as genuine; one that is forgotten stays so. */
  label(time: number, id: number, knownAt: number): void {
    for (let row = this.firstAfter(time) - 1; row >= this.start && this.times[row] === time; row--) {
      if (this.ids[row] !== id) continue;
      const was = this.fraudKnownAt[row] !== Number.POSITIVE_INFINITY;
      const is = knownAt !== Number.POSITIVE_INFINITY;
      this.frauds += Number(is) - Number(was);
      this.fraudKnownAt[row] = knownAt;
    }
  }

  #sumBefore(row: number): number {
    return row === this.start ? this.#sumBeforeStart : this.#sums[row - 1];
  }

  #shift(row: number): void {
    for (const column of this.#columns()) column.copyWithin(row + 1, row, this.end);
  }

  /** Moves the rows to the front, into columns of twice the size where more than half are in use. */
  #makeRoom(): void {
    const rows = this.end - this.start;
    const capacity = rows > this.times.length / 2 ? 2 * this.times.length : this.times.length;
    const moved = <Column extends AnyColumn>(column: Column, into: Column): Column => {
      into.set(column.subarray(this.start, this.end));
      return into;
    };
    this.times = moved(this.times, new Float64Array(capacity));
    this.ids = moved(this.ids, new Float64Array(capacity));
    this.amounts = moved(this.amounts, new Float64Array(capacity));
    this.partners = moved(this.partners, new Int32Array(capacity));
    this.ratios = moved(this.ratios, new Float32Array(capacity));
    this.fraudKnownAt = moved(this.fraudKnownAt, new Float64Array(capacity));
    this.#sums = moved(this.#sums, new Float64Array(capacity));
    this.start = 0;
    this.end = rows;
  }

  #columns(): readonly AnyColumn[] {
    return [this.times, this.ids, this.amounts, this.partners, this.ratios, this.fraudKnownAt, this.#sums];
  }
}
