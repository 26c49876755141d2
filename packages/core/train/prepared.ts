/** What the card says of how learners read their columns; what they do stands in their own files. */
import type { ModelCard } from '../registry/card.ts';
import type { FitSettings, PartSettings } from './candidates.ts';

type Preparation = NonNullable<ModelCard['preparation']>;

export const preparedAs: Readonly<
  Record<FitSettings['name'], Omit<Preparation['parts'][number], 'learner'>>
> = {
  logisticRegression: { numbers: 'standardised', categories: 'flags', missing: 'averageAndFlag' },
  boostedTrees: { numbers: 'bins', categories: 'bins', missing: 'ownSide' },
  deepTabular: { numbers: 'piecewiseLinear', categories: 'flags', missing: 'averageAndFlag' },
  attention: { numbers: 'piecewiseLinear', categories: 'flags', missing: 'averageAndFlag' },
  privateLogistic: { numbers: 'declaredBounds', categories: 'flags', missing: 'middleAndFlag' },
};

/** undefined where a part was not trained here: what it does with a column is not known. */
export function preparationOf(parts: readonly PartSettings[], weighted: boolean): Preparation | undefined {
  const known = parts.flatMap(({ name }) =>
    name === 'imported' ? [] : [{ learner: name, ...preparedAs[name] }],
  );
  return known.length === parts.length ? { parts: known, weighted } : undefined;
}
