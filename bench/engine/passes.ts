/** `npm run bench:passes`: what each graph pass is worth, as the time of a step without it over that of a step with all. */
import { parseArgs } from 'node:util';
import { passNames } from '../../packages/core/tensor/index.ts';
import { type Contender, startNode } from './contender.ts';
import { median } from './statistics.ts';
import { works } from './works/index.ts';

const { values } = parseArgs({
  options: {
    work: { type: 'string', default: 'mlp,ensemble,transformer,lstm' },
    rounds: { type: 'string', default: '7' },
    milliseconds: { type: 'string', default: '300' },
  },
});
const chosen = works.filter(({ name }) => values.work.split(',').includes(name));
const all = 'all passes';
const none = 'no pass';
const variants = new Map<string, string[]>([
  [all, []],
  [none, passNames],
  ...passNames.map((name): [string, string[]] => [name, [name]]),
]);

for (const { name: work } of chosen) {
  const contenders = new Map<string, Contender>();
  const times = new Map<string, number[]>();
  try {
    for (const [variant, withoutPasses] of variants) {
      contenders.set(
        variant,
        await startNode({ contender: 'praxis', work, threads: 1, profile: null, withoutPasses }),
      );
    }
    // In turn, so that what else the machine does falls on all of them.
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const [variant, contender] of contenders) {
        const round = await contender.round({ milliseconds: Number(values.milliseconds), steps: 1e6 });
        times.set(variant, [...(times.get(variant) ?? []), round.p50]);
      }
    }
  } finally {
    for (const contender of contenders.values()) await contender.end();
  }
  const full = median(times.get(all) ?? []);
  for (const [variant, contender] of contenders) {
    const stepMs = median(times.get(variant) ?? []);
    const without = variant === all ? null : variant;
    const { nodes } = contender.ready;
    process.stdout.write(`${JSON.stringify({ work, without, stepMs, slower: stepMs / full, nodes })}\n`);
  }
}
