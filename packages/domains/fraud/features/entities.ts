/** Customers or terminals: a number counted from 0 and a history for each, by the id they have outside. */
import { Histories } from './histories.ts';

export class Entities {
  readonly #numbers = new Map<number, number>();
  readonly histories = new Histories();
  /** By number, in which pass it was met last: counts what is distinct. */
  marks = new Float64Array(1024);

  /** The number of an id, a new one where it was never seen. */
  number(id: number): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(id, number);
    this.histories.add();
    if (number >= this.marks.length) {
      const marks = new Float64Array(2 * this.marks.length);
      marks.set(this.marks);
      this.marks = marks;
    }
    return number;
  }
}
