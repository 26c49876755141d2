/** Customers or terminals: a number counted from 0 and a history for each, by the id they have outside. */
import { History } from './history.ts';

export class Entities {
  readonly #numbers = new Map<number, number>();
  readonly #histories: History[] = [];
  #marks = new Float64Array(1024);

  /** The number of an id, a new one where it was never seen. */
  number(id: number): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#histories.length;
    this.#numbers.set(id, number);
    this.#histories.push(new History());
    if (number >= this.#marks.length) {
      const marks = new Float64Array(2 * this.#marks.length);
      marks.set(this.#marks);
      this.#marks = marks;
    }
    return number;
  }

  history(number: number): History {
    return this.#histories[number];
  }

  /** Whether this is the first time that `number` is met in the pass with this serial number: counts what is distinct. */
  meet(number: number, pass: number): boolean {
    if (this.#marks[number] === pass) return false;
    this.#marks[number] = pass;
    return true;
  }
}
