/** Where rows lie, small enough to say by hand what should be shown of it. */
import type { RunProjection } from '../view.ts';

const point = (part: 'train' | 'test', label: 0 | 1, first: number, second: number) => ({
  part,
  label,
  first,
  second,
});

export const projection: RunProjection = {
  fold: 5,
  components: [
    {
      variance: 0.21,
      features: [
        { name: 'ageYears', weight: 0.4, direction: 1 },
        { name: 'hdlMgDl', weight: 0.2, direction: -1 },
      ],
    },
    { variance: 0.12, features: [{ name: 'unheard', weight: 0.7, direction: null }] },
  ],
  region: { holds: 0.95, first: 3.1, second: 2.4 },
  inside: { value: 0.94, lower: 0.92, upper: 0.96 },
  rows: { train: 400, test: 100 },
  points: [
    point('train', 0, -1.2, 0.4),
    point('train', 0, -1.2, 0.4),
    point('train', 1, 1.5, -0.8),
    point('test', 0, 0.3, 0.1),
    point('test', 1, 3.9, 2.2),
  ],
};
