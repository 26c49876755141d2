/** A probability with its bounds, as a learner of ten counts. */
import { useTranslations } from 'next-intl';

interface Bounded {
  readonly success: number;
  readonly low: number;
  readonly high: number;
}

export const inTen = (share: number): number => Math.round(share * 10);

/** “7 of 10 (4 to 9)”; without bounds where they are the same. */
export function useOfTen(): (of: Bounded) => string {
  const t = useTranslations('practice.learner.ofTen');
  return ({ success, low, high }) =>
    inTen(low) === inTen(high)
      ? t('sure', { mean: inTen(success) })
      : t('between', { mean: inTen(success), low: inTen(low), high: inTen(high) });
}
