/** A learner's name, and whether there is such a person. */
import { Badge } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import type { LearnerName } from '../../service/class/class-contract.ts';

export function LearnerLabel({ learner }: { learner: LearnerName }) {
  const t = useTranslations('practice.class');
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      {learner.name}
      {learner.simulated ? <Badge>{t('simulated')}</Badge> : null}
    </span>
  );
}

/** Says once a page what the badge means. */
export function SimulatedNote({ learners }: { learners: readonly LearnerName[] }) {
  const t = useTranslations('practice.class');
  return learners.some(({ simulated }) => simulated) ? (
    <p className="max-w-prose text-small text-muted">{t('simulatedWhat')}</p>
  ) : null;
}
