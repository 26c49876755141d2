import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Steps of a small network with dropout in a process of its own; prints how many MB it grew by after the first 1,000. */
function growthMB(steps: number, afterEach = ''): number {
  const engine = new URL('./index.ts', import.meta.url).href;
  const script = `
    import { compileTrainingStep, dropout, tf } from ${JSON.stringify(engine)};
    const hidden = tf.variable(tf.ones([16, 16]));
    const last = tf.variable(tf.ones([16, 1]));
    const step = await compileTrainingStep({
      inputs: { x: { shape: [16, 16], dtype: 'float32' } },
      optimizer: tf.train.adam(0.001),
      loss: ({ x }) => tf.mean(tf.square(tf.matMul(dropout(tf.tanh(tf.matMul(x, hidden)), 0.5), last))),
      variables: [hidden, last],
      seed: 1,
    });
    const x = new Float32Array(256).fill(0.1);
    const held = [];
    const run = async (count) => {
      for (let index = 0; index < count; index++) {
        await step.run({ x });
        ${afterEach}
      }
    };
    await run(1000);
    const before = process.memoryUsage.rss();
    await run(${steps});
    console.log((process.memoryUsage.rss() - before) / 2 ** 20);
    await step.release();`;
  const child = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return Number(child.stdout);
}

test('10,000 steps grow the process by less than 50 MB', () => {
  expect(growthMB(10_000)).toBeLessThan(50);
});

test('one array of 8 kB that each step left behind would show', () => {
  expect(growthMB(10_000, 'held.push(new Float32Array(2048).fill(1));')).toBeGreaterThan(50);
});
