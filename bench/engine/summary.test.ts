import { expect, test } from 'vitest';
import type { Comparison, Entry } from './compare.ts';
import type { Group } from './options.ts';
import { resultLine } from './schema.ts';
import { summarize } from './summary.ts';
import { workNamed } from './works/index.ts';

/** Rounds of one step each, of the given times in ms. */
function entry(group: Group, threads: number, times: readonly number[]): Entry {
  const nodes = group === 'praxis' ? 10 : null;
  return {
    group,
    threads,
    ready: { kind: 'ready', config: `${threads} threads`, firstResults: [1], setupMs: 5, nodes, slow: null },
    rounds: times.map((time) => ({
      kind: 'round',
      steps: 1,
      milliseconds: time,
      cpuMilliseconds: time,
      p50: time,
      p99: 3 * time,
      residentMb: 100,
    })),
  };
}

const comparison: Comparison = {
  entries: [
    entry('praxis', 1, [4, 90, 4]),
    entry('praxis', 2, [3, 2, 2]),
    entry('pytorch', 1, [6, 6, 6]),
    entry('pytorch', 2, [8, 8, 1]),
  ],
  absent: [{ group: 'pytorch', what: 'torch.compile, threads: 1', reason: 'no compiler' }],
};

test.each(['mlp', 'predict'])('%s: the better configuration counts, by its median round', (name) => {
  const line = resultLine.parse(summarize(workNamed(name), comparison));
  expect(line.threads).toBe(2);
  // Better is higher for rates and lower for times, but a ratio above 1 is always in favour of Praxis.
  expect(line.ratio).toEqual({ pytorch: expect.closeTo(3), tfjsWasm: null, tfjsCpu: null });
  expect(line.pytorchConfig).toBe('1 threads; missing: torch.compile, threads: 1 (no compiler)');
});

test('a rate counts samples a second, a prediction the median time of one call', () => {
  expect(summarize(workNamed('mlp'), comparison).praxis).toBeCloseTo((256 * 1000) / 2);
  expect(summarize(workNamed('predict'), comparison)).toMatchObject({
    praxis: 2,
    p99: { 'praxis, 2 threads': 6 },
  });
});

test('without Praxis there is no line, and the reason is told', () => {
  const absent = [{ group: 'praxis' as const, what: 'threads: 1', reason: 'no such kernel' }];
  expect(() => summarize(workNamed('mlp'), { entries: [], absent })).toThrow('no such kernel');
});
