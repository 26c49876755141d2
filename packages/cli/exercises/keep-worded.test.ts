/** A model that is there words the stock, one that is not leaves it alone, and neither ends the process. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { trainWording } from '@praxis/practice';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ownWordingModel } from '../wording-model.ts';
import { keepWorded } from './keep-worded.ts';

let home: string;
let stop: AbortController;
const said = vi.spyOn(console, 'log').mockImplementation(() => {});

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'praxis-keep-worded-'));
  stop = new AbortController();
  said.mockClear();
  return () => rm(home, { recursive: true, force: true });
});
afterEach(() => stop.abort());

/** Two stories in stock; stops the process under test once `enough` of them are worded. */
function stockOf(enough: number) {
  const ids = ['stories/journey@1:1', 'stories/sharing@1:1'];
  const kept = new Map<string, { readonly model: string }>();
  return {
    kept,
    unworded: async (_: readonly string[], model: string, most: number) =>
      ids.filter((id) => kept.get(id)?.model !== model).slice(0, most),
    keepWordings: async (wordings: ReadonlyMap<string, { readonly model: string }>) => {
      for (const [id, wording] of wordings) kept.set(id, wording);
      if (kept.size >= enough) stop.abort();
    },
  };
}

test('the product’s own model words the stock as soon as it is trained', async () => {
  await trainWording({
    folder: ownWordingModel({ home }),
    seed: 1,
    threads: 1,
    settings: { width: 8, heads: 2, blocks: 1, batch: 2, steps: 2 },
    signal: stop.signal,
    onProgress: () => {},
  });
  const stock = stockOf(2);
  await keepWorded(stock, { home, languageModel: null }, stop.signal);
  // It learnt next to nothing: all that it wrote was refused, and that is kept too.
  const model = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect([...stock.kept.values()]).toEqual([1, 2].map(() => ({ model, en: null, zh: null })));
});

test('a model that is not there leaves the stock as it is, and says why', async () => {
  const stock = stockOf(2);
  const missing = path.join(home, 'nowhere');
  const keeping = keepWorded(stock, { home, languageModel: missing }, stop.signal);
  await vi.waitFor(() => expect(said).toHaveBeenCalled(), { timeout: 60_000 });
  stop.abort();
  await keeping;
  expect(said.mock.calls).toEqual([[expect.stringContaining(missing)]]);
  expect(stock.kept.size).toBe(0);
});
