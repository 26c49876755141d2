/** Why this exercise now, how likely a right answer was thought to be, and who worded its story. */
import { useFormatter, useTranslations } from 'next-intl';
import type { TurnView } from '../service/practice-contract.ts';
import { useWishWords } from './use-wish-words.ts';

interface Asked {
  readonly choice: TurnView['choice'];
  readonly skill: string;
  readonly reworded: boolean;
}

export function Why({ choice, skill, reworded }: Asked) {
  const t = useTranslations('practice.screens.desk.why');
  const format = useFormatter();
  const of = (share: number) => format.number(Math.round(share * 10));
  const wish = useWishWords();
  const { success, low, high, target } = choice;
  return (
    <div className="flex flex-col gap-2 text-body">
      <p>{t(choice.kind, { skill, because: choice.because ?? skill })}</p>
      {choice.note === null ? null : (
        <p className="border-l-2 border-line-strong pl-3 break-words">{choice.note}</p>
      )}
      <p className="text-muted">
        {of(low) === of(high)
          ? t('expected', { mean: of(success) })
          : t('expectedBetween', { mean: of(success), low: of(low), high: of(high) })}
      </p>
      <p className="text-muted">
        {choice.rests === null ? t('restsOnAbility') : t('restsOnBoth', choice.rests)}
      </p>
      {choice.onTarget ? null : <p className="text-muted">{t('offTarget', { wish: wish(target) })}</p>}
      {reworded ? <p className="text-muted">{t('reworded')}</p> : null}
    </div>
  );
}
