/** What a class is asked to practise, and how far it is with it. */
import { Empty } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import type { ClassSets } from '../../service/class/class-contract.ts';
import { SimulatedNote } from './learner-label.tsx';
import { NewSet } from './new-set.tsx';
import type { SetStart } from './set-address.ts';
import { SetProgress } from './set-progress.tsx';

/** @param api of the class's sets */
export function Sets({ view, wish, api }: { view: ClassSets; wish: SetStart; api: string }) {
  const t = useTranslations('practice.class.sets');
  const { skills, learners } = wish;
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      {view.sets.length === 0 ? (
        <Empty title={t('none')}>{t('noneText')}</Empty>
      ) : (
        <section className="flex flex-col gap-2">
          <h2 className="text-title">{t('heading')}</h2>
          {view.sets.map((set) => (
            <SetProgress key={set.id} set={set} api={api} />
          ))}
        </section>
      )}
      {/* Another start is another form. */}
      <NewSet
        key={[...skills, ...learners].join(' ')}
        areas={view.areas}
        learners={view.learners}
        today={view.today}
        start={wish}
        api={api}
      />
      <SimulatedNote learners={view.learners} />
    </div>
  );
}
