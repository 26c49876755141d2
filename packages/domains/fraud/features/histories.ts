/**
 * The payments of all customers, or of all terminals, each one's in the order of time. All of them lie in one buffer, each payment
 * in 32 bytes that the processor fetches together: fetching from far away is where the time of a replay goes.
 */

const firstRows = 1 << 12;
const smallestBlock = 16;

/** A row in words of 4 bytes. Seconds since 1970 fit until 2106. */
export const rowWords = 8;
export const timeWord = 0;
/** In minor units. */
export const amountWord = 1;
/** Number of the terminal of a customer's payment, or of the customer of a terminal's. */
export const partnerWord = 2;
/** In `floats`: amount as a multiple of what was usual for the customer then, NaN where nothing was. */
export const ratioWord = 3;
/** The last bits of its place among the recent payments: they tell those of one second apart. */
const placeWord = 4;
/** From which second on a payment is known as fraud, `never` where it is not. */
export const fraudKnownWord = 5;
/** In `doubles`: of the amounts of its owner up to and with each row, whole numbers, so that no window drifts. */
const rowDoubles = rowWords / 2;
const sumDouble = 3;

const never = 2 ** 32 - 1;

/** One buffer, seen as what lies in it. */
function rowsOf(rows: number) {
  const words = new Uint32Array(rows * rowWords);
  return { words, floats: new Float32Array(words.buffer), doubles: new Float64Array(words.buffer) };
}

/**
 * An owner is a number from 0. Its rows lie in a block: `begin` to before `end` are in use. Of payments at the same second the one
 * that arrived later comes later.
 */
export class Histories {
  rows = rowsOf(firstRows);
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
    place: number,
    amount: number,
    partner: number,
    forgotten: number,
  ): number {
    if (this.#ends[owner] - this.#begins[owner] === this.#blocks[owner]) this.#makeRoom(owner, forgotten);
    const { words, floats, doubles } = this.rows;
    const begin = this.#begins[owner];
    const end = this.#ends[owner];
    let row = end;
    while (row > begin && words[(row - 1) * rowWords + timeWord] > time) row--;
    if (row < end) this.#move(row, end, row + 1);
    this.#ends[owner] = end + 1;
    const at = row * rowWords;
    words[at + timeWord] = time;
    words[at + amountWord] = amount;
    words[at + partnerWord] = partner;
    floats[at + ratioWord] = Number.NaN;
    words[at + placeWord] = place;
    words[at + fraudKnownWord] = never;
    let sum = row === begin ? this.#sumsBefore[owner] : doubles[(row - 1) * rowDoubles + sumDouble];
    for (let later = row; later <= end; later++) {
      sum += words[later * rowWords + amountWord];
      doubles[later * rowDoubles + sumDouble] = sum;
    }
    return row;
  }

  /** @param ratio its amount as a multiple of what was usual for its customer */
  rate(row: number, ratio: number): void {
    this.rows.floats[row * rowWords + ratioWord] = ratio;
  }

  /**
   * The owner's first row that is later than `after`, of those before `before`; `before` where there is none. Looks in steps that
   * double, because most windows begin not far back.
   */
  firstAfter(owner: number, after: number, before: number): number {
    const { words } = this.rows;
    const begin = this.#begins[owner];
    let high = before;
    let low = high - 1;
    for (let step = 2; low >= begin && words[low * rowWords + timeWord] > after; step *= 2) {
      high = low;
      low -= step;
    }
    low = Math.max(low, begin);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (words[middle * rowWords + timeWord] > after) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Sum of the amounts of the owner's rows `from` to before `to`. */
  sum(owner: number, from: number, to: number): number {
    return this.#sumBefore(owner, to) - this.#sumBefore(owner, from);
  }

  /** Marks a payment as fraud from `knownAt` on, or with Infinity as genuine; one that is forgotten stays so. */
  label(owner: number, time: number, place: number, knownAt: number): void {
    const { words } = this.rows;
    const begin = this.#begins[owner];
    // Payments are at whole seconds: one is after a moment where it is not before the next whole second.
    const second = Math.min(Math.ceil(knownAt), never);
    let row = this.firstAfter(owner, time, this.#ends[owner]) - 1;
    for (; row >= begin && words[row * rowWords + timeWord] === time; row--) {
      const at = row * rowWords;
      if (words[at + placeWord] !== place >>> 0) continue;
      const was = words[at + fraudKnownWord] !== never;
      const is = second !== never;
      this.#frauds[owner] += Number(is) - Number(was);
      words[at + fraudKnownWord] = second;
    }
  }

  #sumBefore(owner: number, row: number): number {
    return row === this.#begins[owner]
      ? this.#sumsBefore[owner]
      : this.rows.doubles[(row - 1) * rowDoubles + sumDouble];
  }

  /** Moves rows `from` to before `end`. */
  #move(from: number, end: number, to: number): void {
    this.rows.words.copyWithin(to * rowWords, from * rowWords, end * rowWords);
  }

  /** Drops what is forgotten, and moves into a block of twice the size where more than half of this one stays in use. */
  #makeRoom(owner: number, forgotten: number): void {
    const [begin, end, block] = [this.#begins[owner], this.#ends[owner], this.#blocks[owner]];
    const first = this.firstAfter(owner, forgotten, end);
    this.#sumsBefore[owner] = this.#sumBefore(owner, first);
    for (let row = begin; row < first; row++) {
      if (this.rows.words[row * rowWords + fraudKnownWord] !== never) this.#frauds[owner]--;
    }
    const grows = end - first > block / 2;
    const to = grows ? this.#take(2 * block) : begin;
    this.#move(first, end, to);
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
    if (this.#used * rowWords > this.rows.words.length) this.#grow();
    return begin;
  }

  #grow(): void {
    const before = this.rows.words;
    this.rows = rowsOf((2 * before.length) / rowWords);
    this.rows.words.set(before);
  }
}
