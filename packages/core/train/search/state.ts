/** What a search that was killed leaves for the next one. */
import { z } from 'zod';
import type { Checkpoint } from '../../learners/contract.ts';

const state = z.object({
  /** Of the search it belongs to. */
  search: z.string(),
  /** By trial and fold: log-odds of the rows held out, null where the fit diverged. */
  judged: z.array(
    z.object({
      trial: z.int(),
      fold: z.int(),
      logOdds: z.custom<Float64Array>((value) => value instanceof Float64Array).nullable(),
    }),
  ),
  seconds: z.number(),
  /** Nothing more is judged, also where its seconds were counted too few. */
  ended: z.boolean(),
});
type State = z.infer<typeof state>;

/** The trials that were judged, and the time they took, also before the process was killed. */
export class SearchRecord {
  readonly #search: string;
  readonly #checkpoint: Checkpoint | null;
  readonly #judged = new Map<string, State['judged'][number]>();
  readonly #start = performance.now();
  #secondsBefore = 0;
  #ended = false;

  private constructor(search: string, checkpoint: Checkpoint | null) {
    this.#search = search;
    this.#checkpoint = checkpoint;
  }

  /** Goes on with what the checkpoint has of the same search. */
  static async open(search: string, checkpoint: Checkpoint | null): Promise<SearchRecord> {
    const record = new SearchRecord(search, checkpoint);
    const known = state.safeParse(await checkpoint?.load());
    if (known.success && known.data.search === search) {
      record.#secondsBefore = known.data.seconds;
      record.#ended = known.data.ended;
      for (const one of known.data.judged) record.#judged.set(keyOf(one.trial, one.fold), one);
    }
    return record;
  }

  get seconds(): number {
    return this.#secondsBefore + (performance.now() - this.#start) / 1000;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** undefined where the trial was not judged on the fold, null where its fit diverged. */
  logOdds(trial: number, fold: number): Float64Array | null | undefined {
    return this.#judged.get(keyOf(trial, fold))?.logOdds;
  }

  async add(trial: number, fold: number, logOdds: Float64Array | null): Promise<void> {
    this.#judged.set(keyOf(trial, fold), { trial, fold, logOdds });
    await this.#save();
  }

  /** What follows is built on the settings found: a search that goes on must find no others. */
  async end(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.#save();
  }

  async #save(): Promise<void> {
    const saved: State = {
      search: this.#search,
      judged: [...this.#judged.values()],
      seconds: this.seconds,
      ended: this.#ended,
    };
    await this.#checkpoint?.save(saved);
  }
}

function keyOf(trial: number, fold: number): string {
  return `${trial}/${fold}`;
}
