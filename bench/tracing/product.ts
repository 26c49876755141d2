/** What the product's model of knowledge is worth beside ability: on simulated learners of schools that it has not seen. */
import { kernelModel, trainTracing, usualSchools } from '../../packages/domains/practice/index.ts';

const { signal } = new AbortController();

/** Each seed has schools of its own, for training and for the test. */
export async function* productLines(seeds: number): AsyncGenerator<string> {
  yield 'seed  test learners            log loss: ability  both     less by (standard error)';
  for (let seed = 0; seed < seeds; seed++) {
    const options = { seed, threads: 1, signal, now: Date.now };
    const { set, chosen, model } = await trainTracing(kernelModel(), [], usualSchools, options);
    for (const [name, measure] of Object.entries({ 'set skills': set, 'product chooses all': chosen })) {
      const figures = `${measure.ability.toFixed(4).padEnd(18)} ${measure.both.toFixed(4).padEnd(8)}`;
      const gain = `${measure.gain.toFixed(4)} (${measure.error.toFixed(4)})`;
      yield `${seed}     ${`${measure.learners}, ${name}`.padEnd(24)} ${figures} ${gain}`;
    }
    const { ability, recurrent } = model.blend;
    yield `      weights: ability ${ability.toFixed(2)}, recurrent model ${recurrent.toFixed(2)}`;
  }
}
