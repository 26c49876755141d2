/** Keeps what was used lately within a bound, and lets go of the rest. */

export interface Held<Value> {
  readonly value: Value;
  /** What counts against the bound. */
  readonly size: number;
}

/**
 * Values by key, opened when they are asked for. When together they are larger than the bound, those that were not used
 * for longest are released; the newest stays even where it alone is larger. One call at a time.
 */
export class LeastRecentlyUsed<Value> {
  readonly #open: (key: string) => Promise<Held<Value>>;
  readonly #release: (value: Value) => Promise<void>;
  readonly #bound: number;
  /** The longest unused first. */
  readonly #held = new Map<string, Held<Value>>();

  constructor(
    bound: number,
    open: (key: string) => Promise<Held<Value>>,
    release: (value: Value) => Promise<void>,
  ) {
    this.#bound = bound;
    this.#open = open;
    this.#release = release;
  }

  /** @throws what opening or releasing throws; what failed to open is tried again by the next call. */
  async get(key: string): Promise<Value> {
    const held = this.#held.get(key) ?? (await this.#open(key));
    this.#held.delete(key);
    this.#held.set(key, held);
    for (const [oldest, { value }] of this.#held) {
      if (this.#size() <= this.#bound || oldest === key) break;
      this.#held.delete(oldest);
      await this.#release(value);
    }
    return held.value;
  }

  #size(): number {
    let size = 0;
    for (const held of this.#held.values()) size += held.size;
    return size;
  }
}
