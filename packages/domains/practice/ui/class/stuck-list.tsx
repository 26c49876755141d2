/** Who is stuck, on what, and where it may come from. */
import { buttonClass, Empty } from '@praxis/ui';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ClassStuck, StuckReason, StuckSkill } from '../../service/class/class-contract.ts';
import { LearnerLabel, SimulatedNote } from './learner-label.tsx';
import { setAddress } from './set-address.ts';

/** @param address of the class */
export function StuckList({ view, address }: { view: ClassStuck; address: string }) {
  const t = useTranslations('practice.class.stuck');
  const format = useFormatter();
  if (view.stuck.length === 0) return <Empty title={t('nobody')}>{t('nobodyText')}</Empty>;
  return (
    <section className="flex max-w-3xl flex-col gap-4">
      <h2 className="text-title">
        {t('finding', { count: view.stuck.length, learners: String(view.learners) })}
      </h2>
      <ul className="border-t border-line">
        {view.stuck.map((learner) => (
          <li key={learner.id} className="flex flex-col gap-3 border-b border-line py-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <h3 className="text-body">
                <LearnerLabel learner={learner} />
              </h3>
              {learner.lastPractisedAt === null ? null : (
                <p className="text-small text-muted">
                  {t('last', {
                    last: format.dateTime(learner.lastPractisedAt, {
                      ...({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const),
                      hour12: false,
                    }),
                  })}
                </p>
              )}
            </div>
            {learner.skills.map((stuck) => (
              <StuckOn key={stuck.skill.id} learner={learner.id} stuck={stuck} address={address} />
            ))}
          </li>
        ))}
      </ul>
      <SimulatedNote learners={view.stuck} />
    </section>
  );
}

function StuckOn({ learner, stuck, address }: { learner: string; stuck: StuckSkill; address: string }) {
  const t = useTranslations('practice.class.stuck');
  const { skill, reasons, root } = stuck;
  // Where the root is weak, more of what fails would fail again.
  const first = root?.skill ?? skill;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="flex max-w-prose flex-col gap-1">
        <p className="font-strong">{skill.name}</p>
        <ul className="list-disc pl-4">
          {reasons.map((reason) => (
            <li key={reason.kind}>
              <Reason reason={reason} />
            </li>
          ))}
        </ul>
        <p>{root === null ? t('noRoot') : t('root', { skill: root.skill.name })}</p>
        {root !== null && root.path.length > 2 ? (
          <p className="text-small text-muted">
            {t('path', { path: root.path.map(({ name }) => name).join(' → ') })}
          </p>
        ) : null}
      </div>
      <Link
        prefetch={false}
        href={setAddress(address, { skills: [first.id], learners: [learner] })}
        className={`${buttonClass()} max-sm:h-auto max-sm:py-1.5 max-sm:whitespace-normal`}
      >
        {t('assign', { skill: first.name })}
      </Link>
    </div>
  );
}

function Reason({ reason }: { reason: StuckReason }) {
  const t = useTranslations('practice.class.stuck');
  switch (reason.kind) {
    case 'wrongInARow':
      return t('wrongInARow', { count: reason.count });
    case 'solutions':
      return t('solutions', { opened: reason.opened, of: reason.of });
    case 'noProgress': {
      const { attempts, right, rightBefore, of } = reason;
      return t('noProgress', { attempts, right, rightBefore, of });
    }
  }
}
