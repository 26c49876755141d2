import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import type { FeatureBins } from './binning.ts';
import { joinColumns } from './joint-columns.ts';

test('every row finds its own bins again in the combination that stands for it', () => {
  const random = createRandom(3);
  const rows = 3000;
  const sizes = [2, 200, 3, 5, 255, 2, 60];
  const features = sizes.map(
    (size): FeatureBins => ({
      kind: 'number',
      cuts: new Float32Array(size - 1),
      missing: size,
    }),
  );
  const columns = Uint8Array.from({ length: sizes.length * rows }, (_, place) =>
    random.below(sizes[Math.floor(place / rows)] + 1),
  );
  const joined = joinColumns(features, columns, rows);
  expect(joined.length).toBeLessThan(sizes.length);
  expect(joined.flatMap((column) => [...column.features]).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  for (const { features: members, size, bins, codes } of joined) {
    members.forEach((feature, member) => {
      const found = Uint8Array.from(codes, (code) => bins[member * size + code]);
      expect(found).toEqual(columns.slice(feature * rows, (feature + 1) * rows));
    });
  }
});
