/** The worked solution, a line and its reason at a time. */
import { useTranslations } from 'next-intl';
import type { SolutionView } from '../service/practice-contract.ts';
import { Mathematics } from './mathematics.tsx';

export function Solution({ solution }: { solution: SolutionView }) {
  const t = useTranslations('practice.screens.desk');
  return (
    <section aria-label={t('solution')} className="flex flex-col gap-3">
      <h2 className="text-body">{t('solution')}</h2>
      <ol className="flex list-none flex-col gap-3">
        {solution.steps.map(({ line, reason }) => (
          <li key={`${line} ${reason}`} className="flex flex-col gap-0.5">
            <Mathematics text={line} />
            <span className="text-small text-muted">
              <Mathematics text={reason} />
            </span>
          </li>
        ))}
      </ol>
      <p>
        <strong>{t('theAnswer')}</strong> <Mathematics text={solution.answer} />
      </p>
    </section>
  );
}
