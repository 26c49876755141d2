/**
 * Which place an id has, as an open table with linear probing. A `Map` of half a million ids makes garbage with every rebuild,
 * and holds numbers above 2³¹ as objects.
 */

const firstSlots = 1 << 10;
/** At most this share of the slots is in use: longer runs would have to be walked. */
const fullness = 0.5;
const free = -1;

export class Places {
  /** Of each slot its id and then its place. */
  #slots = new Float64Array(2 * firstSlots).fill(free);
  #size = 0;

  get(id: number): number | undefined {
    const place = this.#slots[2 * this.#slot(id) + 1];
    return place === free ? undefined : place;
  }

  set(id: number, place: number): void {
    if (2 * (this.#size + 1) > fullness * this.#slots.length) this.#grow();
    const slot = this.#slot(id);
    if (this.#slots[2 * slot + 1] === free) this.#size++;
    this.#slots[2 * slot] = id;
    this.#slots[2 * slot + 1] = place;
  }

  /** What lies behind in the run is moved up, so that a search needs no marks of what was deleted (Knuth, volume 3, 6.4 R). */
  delete(id: number): void {
    const slots = this.#slots;
    const last = slots.length / 2 - 1;
    let hole = this.#slot(id);
    if (slots[2 * hole + 1] === free) return;
    this.#size--;
    for (let slot = (hole + 1) & last; slots[2 * slot + 1] !== free; slot = (slot + 1) & last) {
      const home = hash(slots[2 * slot]) & last;
      // It may not be moved before its home.
      if (((slot - home) & last) < ((slot - hole) & last)) continue;
      slots[2 * hole] = slots[2 * slot];
      slots[2 * hole + 1] = slots[2 * slot + 1];
      hole = slot;
    }
    slots[2 * hole + 1] = free;
  }

  /** Where an id stands, or the free slot where it would. */
  #slot(id: number): number {
    const slots = this.#slots;
    const last = slots.length / 2 - 1;
    let slot = hash(id) & last;
    while (slots[2 * slot + 1] !== free && slots[2 * slot] !== id) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Float64Array(2 * before.length).fill(free);
    this.#size = 0;
    for (let slot = 0; slot < before.length; slot += 2) {
      if (before[slot + 1] !== free) this.set(before[slot], before[slot + 1]);
    }
  }
}

/**
 * Eight neighbours stay together, because ids are given out in turn and are then near each other in memory; all other bits are
 * mixed, so that multiples do not fall together (Fibonacci hashing, Knuth 6.4).
 */
function hash(id: number): number {
  const group = Math.floor(id / 8);
  const mixed = Math.imul(group ^ Math.imul(id / 2 ** 32, 0x85ebca6b), 0x9e3779b1);
  return ((mixed ^ (mixed >>> 15)) << 3) | (id & 7);
}
