import { expect, test } from 'vitest';
import { exampleData } from './example-data.ts';
import { scatterPlot } from './scatter-plot.ts';

const data = exampleData();
const svg = scatterPlot({ across: 1, up: 9, ...data });
const count = (pattern: RegExp) => svg.match(pattern)?.length ?? 0;

test('every sample is one mark: class by shape, training and test by filled and open', () => {
  const legend = 1;
  for (const [samples, filled] of [
    [data.train, true],
    [data.test, false],
  ] as const) {
    const events = samples.labels.reduce((sum, label) => sum + label, 0);
    const fill = (colour: string) => (filled ? `fill="${colour}"` : `fill="#ffffff" stroke="${colour}"`);
    expect(count(new RegExp(`<circle [^>]*${fill('#0072b2')}`, 'g'))).toBe(samples.rows - events + legend);
    expect(count(new RegExp(`<path [^>]*${fill('#c44e00')}`, 'g'))).toBe(events + legend);
  }
});

test('the picture says in words what it shows, and all marks lie inside', () => {
  expect(svg).toMatch(/role="img" aria-labelledby="title description"/);
  expect(svg).toContain('<title id="title">Feature 2 and feature 10 of 100 samples</title>');
  expect(svg).toContain('80 samples to learn from are filled, 20 to test with are open');
  for (const [, cx, cy] of svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)) {
    expect(Number(cx)).toBeGreaterThanOrEqual(64);
    expect(Number(cx)).toBeLessThan(760);
    expect(Number(cy)).toBeGreaterThanOrEqual(56);
    expect(Number(cy)).toBeLessThanOrEqual(456);
  }
});
