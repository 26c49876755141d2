/** The state of a run as a word. */
import { Badge, type BadgeTone } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import type { RunView } from './view.ts';

const tones: Record<RunView['status'], BadgeTone> = {
  queued: 'neutral',
  running: 'accent',
  cancelling: 'neutral',
  succeeded: 'neutral',
  failed: 'error',
  cancelled: 'neutral',
};

export function StatusBadge({ status }: { status: RunView['status'] }) {
  const words = useTranslations('training.statuses');
  return <Badge tone={tones[status]}>{words(status)}</Badge>;
}
