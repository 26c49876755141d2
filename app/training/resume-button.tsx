'use client';
/** Lets a run that was cancelled or failed go on. */
import { Button } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { resumeRun } from './run-actions.ts';

export function ResumeButton({
  id,
  onResumed,
  onFailure,
}: {
  id: string;
  onResumed: () => Promise<void>;
  onFailure: (message: string | null) => void;
}) {
  const words = useTranslations('training');
  const [busy, setBusy] = useState(false);

  async function resume() {
    setBusy(true);
    const message = await resumeRun(id);
    onFailure(message);
    if (message === null) await onResumed();
    setBusy(false);
  }

  return (
    <Button onClick={() => void resume()} disabled={busy}>
      {words('resume')}
    </Button>
  );
}
