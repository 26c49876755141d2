/**
 * The payments of all customers, or of all terminals, each one's in the order of time. Every column is one array for all of them:
 * an array for each would be fetched from far away with every payment, which is where the time of a replay went.
 */

const firstRows = 1 << 12;
const smallestBlock = 16;

function columnsOf(rows: number) {
  return {
    times: new Float64Array(rows),
    ids: new Float64Array(rows),
    /** In minor units. */
    amounts: new Float64Array(rows),
    /** Number of the terminal of a customer's payment, or of the customer of a terminal's. */
    partners: new Int32Array(rows),
    /** Amount as a multiple of what was usual for the customer then, NaN where nothing was. */
    ratios: new Float32Array(rows),
    /** From when on a payment is known as fraud, Infinity where it is not. */
    fraudKnownAt: new Float64Array(rows),
    /** Of the amounts of its owner up to and with each row: whole numbers, so that no window drifts. */
    sums: new Float64Array(rows),
  };
}

/**
 * An owner is a number from 0. Its rows lie in a block: `begin` to before `end` are in use. Of payments at the same second the one
 * that arrived later comes later.
 */
export class Histories {
  columns = columnsOf(firstRows);
  #each = Object.values(this.columns);
  readonly #begins: number[] = [];
  readonly #ends: number[] = [];
  readonly #blocks: number[] = [];
  readonly #frauds: number[] = [];
  readonly #sumsBefore: number[] = [];
  /** Blocks that were left, by their size. */
  readonly #free = new Map<number, number[]>();
  #used = 0;

  /** Makes room for an owner, the next number. */
  add(): void {
    const begin = this.#take(smallestBlock);
    this.#begins.push(begin);
    this.#ends.push(begin);
    this.#blocks.push(smallestBlock);
    this.#frauds.push(0);
    this.#sumsBefore.push(0);
  }

  begin(owner: number): number {
    return this.#begins[owner];
  }

  /** Payments that are known as fraud at some time: where there are none, nothing needs to be looked through. */
  frauds(owner: number): number {
    return this.#frauds[owner];
  }

  /**
   * @param forgotten what is not later may be dropped, and is where room is needed
   * @returns its row, after all that are not later
   */
  insert(
    owner: number,
    time: number,
    id: number,
    amount: number,
    partner: number,
    forgotten: number,
  ): number {
    if (this.#ends[owner] - this.#begins[owner] === this.#blocks[owner]) this.#makeRoom(owner, forgotten);
    const { times, ids, amounts, partners, ratios, fraudKnownAt, sums } = this.columns;
    const begin = this.#begins[owner];
    const end = this.#ends[owner];
    let row = end;
    while (row > begin && times[row - 1] > time) row--;
    if (row < end) {
      for (const column of this.#each) column.copyWithin(row + 1, row, end);
    }
    this.#ends[owner] = end + 1;
    times[row] = time;
    ids[row] = id;
    amounts[row] = amount;
    partners[row] = partner;
    ratios[row] = Number.NaN;
    fraudKnownAt[row] = Number.POSITIVE_INFINITY;
    let sum = row === begin ? this.#sumsBefore[owner] : sums[row - 1];
    for (let later = row; later <= end; later++) {
      sum += amounts[later];
      sums[later] = sum;
    }
    return row;
  }

  /**
   * The owner's first row that is later than `after`, of those before `before`; `before` where there is none. Looks in steps that
   * double, because most windows begin not far back.
   */
  firstAfter(owner: number, after: number, before: number): number {
    const { times } = this.columns;
    const begin = this.#begins[owner];
    let high = before;
    let low = high - 1;
    for (let step = 2; low >= begin && times[low] > after; step *= 2) {
      high = low;
      low -= step;
    }
    low = Math.max(low, begin);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (times[middle] > after) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Sum of the amounts of the owner's rows `from` to before `to`. */
  sum(owner: number, from: number, to: number): number {
    return this.#sumBefore(owner, to) - this.#sumBefore(owner, from);
  }

  /** Marks a payment as fraud from `knownAt` on, or with Infinity as genuine; one that is forgotten stays so. */
  label(owner: number, time: number, id: number, knownAt: number): void {
    const { times, ids, fraudKnownAt } = this.columns;
    const begin = this.#begins[owner];
    let row = this.firstAfter(owner, time, this.#ends[owner]) - 1;
    for (; row >= begin && times[row] === time; row--) {
      if (ids[row] !== id) continue;
      const was = fraudKnownAt[row] !== Number.POSITIVE_INFINITY;
      const is = knownAt !== Number.POSITIVE_INFINITY;
      this.#frauds[owner] += Number(is) - Number(was);
      fraudKnownAt[row] = knownAt;
    }
  }

  #sumBefore(owner: number, row: number): number {
    return row === this.#begins[owner] ? this.#sumsBefore[owner] : this.columns.sums[row - 1];
  }

  /** Drops what is forgotten, and moves into a block of twice the size where more than half of this one stays in use. */
  #makeRoom(owner: number, forgotten: number): void {
    const [begin, end, block] = [this.#begins[owner], this.#ends[owner], this.#blocks[owner]];
    const first = this.firstAfter(owner, forgotten, end);
    this.#sumsBefore[owner] = this.#sumBefore(owner, first);
    for (let row = begin; row < first; row++) {
      if (this.columns.fraudKnownAt[row] !== Number.POSITIVE_INFINITY) this.#frauds[owner]--;
    }
    const grows = end - first > block / 2;
    const to = grows ? this.#take(2 * block) : begin;
    for (const column of this.#each) column.copyWithin(to, first, end);
    this.#begins[owner] = to;
    this.#ends[owner] = to + end - first;
    if (!grows) return;
    this.#blocks[owner] = 2 * block;
    const left = this.#free.get(block);
    if (left === undefined) this.#free.set(block, [begin]);
    else left.push(begin);
  }

  /** @returns the first row of a block that nobody uses */
  #take(rows: number): number {
    const left = this.#free.get(rows)?.pop();
    if (left !== undefined) return left;
    const begin = this.#used;
    this.#used += rows;
    if (this.#used > this.columns.times.length) this.#grow();
    return begin;
  }

  #grow(): void {
    const before = this.columns;
    const after = columnsOf(2 * before.times.length);
    after.times.set(before.times);
    after.ids.set(before.ids);
    after.amounts.set(before.amounts);
    after.partners.set(before.partners);
    after.ratios.set(before.ratios);
    after.fraudKnownAt.set(before.fraudKnownAt);
    after.sums.set(before.sums);
    this.columns = after;
    this.#each = Object.values(after);
  }
}
