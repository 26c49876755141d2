/** What only the vertical counts, for a terminal. */
import type { ModelCard } from '@praxis/core';
import { aligned, count } from './words.ts';

type OwnFigure = NonNullable<ModelCard['ownFigures']>[number];

const written: Readonly<Record<OwnFigure['unit'], (value: number) => string>> = {
  ratio: (value) => value.toFixed(3),
  share: (value) => `${(100 * value).toFixed(0)} %`,
  currency: (value) => count(Math.round(value)),
};

/** @param names what the vertical calls its figures; one without a name goes by its key */
export function ownFigureLines(
  { ownFigures = [] }: Pick<ModelCard, 'ownFigures'>,
  names: Readonly<Record<string, string>>,
): readonly string[] {
  return aligned(
    ownFigures.map(({ figure, unit, value, best }) => [
      names[figure] ?? figure,
      written[unit](value),
      best === null ? '' : `who knows the truth: ${written[unit](best)}`,
    ]),
  );
}
