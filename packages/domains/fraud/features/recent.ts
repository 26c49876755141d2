/** The payments that can still enter a feature, in the order of their arrival, and by id. */

import { Places } from './places.ts';

const firstCapacity = 1 << 12;

/** What is kept of a payment. `fraudKnownAt` is Infinity where it is not known as fraud. */
export const recentColumns = [
  'id',
  'time',
  'customer',
  'terminal',
  'amount',
  'ratio',
  'fraudKnownAt',
] as const;
type RecentColumn = (typeof recentColumns)[number];

/** A ring of columns; a place counts arrivals from the first on and stays that of its payment. */
export class Recent {
  #first = 0;
  #end = 0;
  #columns = columnsOf(firstCapacity);
  readonly #places = new Places();

  get first(): number {
    return this.#first;
  }

  get end(): number {
    return this.#end;
  }

  place(id: number): number | undefined {
    return this.#places.get(id);
  }

  read(place: number, column: RecentColumn): number {
    const values = this.#columns[column];
    return values[place & (values.length - 1)];
  }

  write(place: number, column: RecentColumn, value: number): void {
    const values = this.#columns[column];
    values[place & (values.length - 1)] = value;
  }

  /** @returns its place */
  append(
    id: number,
    time: number,
    customer: number,
    terminal: number,
    amount: number,
    ratio: number,
  ): number {
    if (this.#end - this.#first === this.#columns.id.length) this.#grow();
    const place = this.#end++;
    const slot = place & (this.#columns.id.length - 1);
    this.#columns.id[slot] = id;
    this.#columns.time[slot] = time;
    this.#columns.customer[slot] = customer;
    this.#columns.terminal[slot] = terminal;
    this.#columns.amount[slot] = amount;
    this.#columns.ratio[slot] = ratio;
    this.#columns.fraudKnownAt[slot] = Number.POSITIVE_INFINITY;
    this.#places.set(id, place);
    return place;
  }

  /** Forgets the oldest arrivals that are not later than `time`. */
  forget(time: number): void {
    while (this.#first < this.#end && this.read(this.#first, 'time') <= time) {
      this.#places.delete(this.read(this.#first, 'id'));
      this.#first++;
    }
  }

  #grow(): void {
    const capacity = 2 * this.#columns.id.length;
    const larger = columnsOf(capacity);
    for (let place = this.#first; place < this.#end; place++) {
      for (const column of recentColumns) larger[column][place & (capacity - 1)] = this.read(place, column);
    }
    this.#columns = larger;
  }
}

function columnsOf(capacity: number): Record<RecentColumn, Float64Array> {
  const column = () => new Float64Array(capacity);
  return {
    id: column(),
    time: column(),
    customer: column(),
    terminal: column(),
    amount: column(),
    ratio: column(),
    fraudKnownAt: column(),
  };
}
