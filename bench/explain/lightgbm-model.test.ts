import { expect, test } from 'vitest';
import { compileTrees, predictLogOdds } from '../../packages/core/index.ts';
import { readLightgbm } from './lightgbm-model.ts';

const leaf = (leaf_value: number) => ({ leaf_value, leaf_count: 5 });
const dump = (split: object) => ({
  max_feature_idx: 0,
  num_tree_per_iteration: 1,
  tree_info: [
    {
      tree_structure: {
        split_feature: 0,
        internal_count: 10,
        default_left: true,
        missing_type: 'NaN',
        left_child: leaf(1),
        right_child: leaf(-1),
        ...split,
      },
    },
  ],
});

/** On which side of the dumped split each row falls. */
function sides(split: object, rows: readonly number[]): readonly string[] {
  const logOdds = predictLogOdds(compileTrees(readLightgbm(dump(split))), Float32Array.from(rows));
  return Array.from(logOdds, (one) => (one > 0 ? 'left' : 'right'));
}

test('a threshold of double precision parts float32 rows as LightGBM does', () => {
  const number = { decision_type: '<=' };
  // 0.1 in float32 is above 0.1; no float32 lies between 0 and the other two.
  expect(sides({ ...number, threshold: 0.1 }, [0.1, 0.099])).toEqual(['right', 'left']);
  expect(sides({ ...number, threshold: -0.1 }, [-0.1, -0.099])).toEqual(['left', 'right']);
  expect(sides({ ...number, threshold: -1e-60 }, [0, -1e-30])).toEqual(['right', 'left']);
  expect(sides({ ...number, threshold: 1e-60 }, [0, 1e-30])).toEqual(['left', 'right']);
});

test('missing values go where LightGBM sends them', () => {
  const number = { decision_type: '<=', threshold: 0.5 };
  expect(sides({ ...number, default_left: true }, [Number.NaN])).toEqual(['left']);
  expect(sides({ ...number, default_left: false }, [Number.NaN])).toEqual(['right']);
  expect(sides({ ...number, default_left: false, missing_type: 'None' }, [Number.NaN])).toEqual(['left']);
  const category = { decision_type: '==', default_left: false };
  expect(sides({ ...category, threshold: '0||33' }, [0, 1, 33, 99, Number.NaN])).toEqual([
    'left',
    'right',
    'left',
    'right',
    'right',
  ]);
});

test('a dump that takes zeros for missing is refused', () => {
  expect(() => readLightgbm(dump({ decision_type: '<=', threshold: 1, missing_type: 'Zero' }))).toThrow();
});
