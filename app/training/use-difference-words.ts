'use client';
/** A difference between two models' figures in the reader's language: four decimals with their sign, interval, p. */
import { useFormatter, useTranslations } from 'next-intl';
import type { ModelComparison } from '../models/comparison.ts';

type Difference = ModelComparison['auroc'];

/** Below it a p has no more to say. */
const leastP = 0.001;

export function useDifferenceWords() {
  const words = useTranslations('training.compare');
  const format = useFormatter();
  const signed = (figure: number) =>
    format.number(figure, {
      minimumFractionDigits: 4,
      maximumFractionDigits: 4,
      signDisplay: 'exceptZero',
    });
  return {
    value: ({ difference }: Difference) => signed(difference.difference),
    interval: ({ difference: { lower, upper } }: Difference) =>
      words('interval', { lower: signed(lower), upper: signed(upper) }),
    p: ({ difference: { p } }: Difference) =>
      p < leastP ? `p < ${format.number(leastP, 'three')}` : `p = ${format.number(p, 'three')}`,
  };
}
