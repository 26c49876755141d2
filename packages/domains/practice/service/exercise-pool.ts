/** Exercises made and verified ahead, so that the next one is there when it is asked for. */
import type { Generated, GenerateError, Wish } from '../data/generate.ts';

/** Makes one exercise, on a thread of its own where there is an event loop to keep free. */
export type Make = (
  wish: Wish,
  place: number,
  avoid: readonly string[],
) => Promise<Generated | GenerateError>;

export interface ExercisePool {
  /**
   * One of the shelf of this wish at once, else one that is made now; either way the shelf is filled up meanwhile.
   *
   * @param recent canonical forms that this learner has just seen
   */
  take(wish: Wish, recent: readonly string[]): Promise<Generated | GenerateError>;
  /** Fills the shelf of a wish that will probably be next. */
  prepare(wish: Wish): void;
}

interface Shelf {
  readonly ready: Generated[];
  /** How many are being made. */
  pending: number;
  /** Place of the next one in the sequence of its wish. */
  place: number;
}

/** Shelves that nobody has asked for longest are cleared beyond so many. */
const mostShelves = 500;

/** @param ahead how many are kept ready of every wish */
export function exercisePool(make: Make, ahead = 2): ExercisePool {
  const shelves = new Map<string, Shelf>();

  function shelfOf(wish: Wish): Shelf {
    const key = [wish.skill, wish.success, wish.ability, wish.language, wish.seed].join(' ');
    const shelf = shelves.get(key) ?? { ready: [], pending: 0, place: 0 };
    // Taken out and put in again, the map keeps the order of last use.
    shelves.delete(key);
    shelves.set(key, shelf);
    const [oldest] = shelves.keys();
    if (shelves.size > mostShelves && oldest !== undefined) shelves.delete(oldest);
    return shelf;
  }

  function fill(wish: Wish, shelf: Shelf): void {
    while (shelf.ready.length + shelf.pending < ahead) {
      shelf.pending++;
      make(
        wish,
        shelf.place++,
        shelf.ready.map(({ canonical }) => canonical),
      )
        .then((made) => {
          if (!('code' in made)) shelf.ready.push(made);
        })
        // Whoever takes next makes one and hears what is wrong.
        .catch(() => {})
        .finally(() => {
          shelf.pending--;
        });
    }
  }

  return {
    async take(wish, recent) {
      const shelf = shelfOf(wish);
      const place = shelf.ready.findIndex(({ canonical }) => !recent.includes(canonical));
      const [ready] = place < 0 ? [] : shelf.ready.splice(place, 1);
      const made = ready ?? (await make(wish, shelf.place++, recent));
      fill(wish, shelf);
      return made;
    },
    prepare: (wish) => fill(wish, shelfOf(wish)),
  };
}
