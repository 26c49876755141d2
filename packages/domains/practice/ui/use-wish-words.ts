/** A wish for difficulty in words: of ten exercises. */
import { useTranslations } from 'next-intl';

/** “7 of 10” for 0.7, “7 or 8 of 10” for 0.75. */
export function useWishWords(): (target: number) => string {
  const t = useTranslations('practice.learner.wish');
  return (target) => {
    const twentieths = Math.round(target * 20);
    const [from, to] = [Math.floor(twentieths / 2), Math.ceil(twentieths / 2)];
    return from === to ? t('of', { count: from }) : t('ofEither', { from, to });
  };
}
