/** What is said of an answer: first whether, then why. */
import { CheckIcon, Notice } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import type { VerdictView } from '../service/practice-contract.ts';
import { Mathematics } from './mathematics.tsx';

export function Feedback({ verdict }: { verdict: VerdictView }) {
  const t = useTranslations('practice.screens.verdicts');
  switch (verdict.verdict) {
    case 'right':
      return (
        <p className="flex items-center gap-2 text-title font-strong text-accent">
          <CheckIcon /> {t('right')}
        </p>
      );
    case 'otherForm':
      return <Notice title={t('otherForm')}>{t(`forms.${verdict.form}`)}</Notice>;
    case 'incomplete':
      return <Notice title={t('incomplete')}>{t('incompleteWhat')}</Notice>;
    case 'otherUnit':
      return <Notice title={t('otherUnit')}>{t('otherUnitWhat', { typed: verdict.typed })}</Notice>;
    case 'missingUnit':
      return <Notice title={t('otherUnit')}>{t('missingUnit')}</Notice>;
    case 'otherKind':
      return <Notice title={t('otherKind')}>{t(`kinds.${verdict.asked}`)}</Notice>;
    case 'undefined':
      return (
        <Notice title={t('undefined')}>
          <Mathematics text={verdict.part} /> {t('undefinedWhat')}
        </Notice>
      );
    case 'unreadable':
      return (
        <Notice title={t('unreadable')}>
          {t(`unreadables.${verdict.error.code}`, {
            part: verdict.error.part,
            place: verdict.error.from + 1,
          })}
        </Notice>
      );
    case 'wrong':
      return (
        <Notice title={t('wrong')}>
          {verdict.explanation === null ? t('wrongWhat') : <Mathematics text={verdict.explanation} />}
        </Notice>
      );
  }
}
