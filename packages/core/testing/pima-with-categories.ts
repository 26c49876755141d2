/** The table of Pima with two of its numbers as categories: one with a level for each kind of value, one with missing ones. */
import type { FeatureDefinition, LabelledMatrix } from '../table/matrix.ts';
import { pima } from './pima.ts';

const [ageLevels, massLevels] = [
  ['under 30', '30 to 44', '45 and over'],
  ['light', 'heavy'],
];

/** @param rows how many of the rows, from the first */
export async function pimaWithCategories(rows = 768): Promise<LabelledMatrix> {
  const data = await pima(rows);
  const width = data.features.length;
  const features: FeatureDefinition[] = data.features.map((feature) => {
    if (feature.name === 'age') return { name: 'age', kind: 'category', unit: null, levels: ageLevels };
    if (feature.name === 'mass') return { name: 'mass', kind: 'category', unit: null, levels: massLevels };
    return feature;
  });
  const values = data.values.map((value, index) => {
    const { name } = features[index % width];
    if (Number.isNaN(value)) return value;
    if (name === 'age') return value < 30 ? 0 : value < 45 ? 1 : 2;
    return name === 'mass' ? Number(value >= 32) : value;
  });
  return { ...data, features, values };
}
