'use client';
/** Cancels a run after a few seconds in which it can be undone. */
import { Button } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { cancelRun } from './run-actions.ts';

const graceSeconds = 5;

export function CancelButton({ id, onFailure }: { id: string; onFailure: (message: string) => void }) {
  const words = useTranslations('training');
  const [left, setLeft] = useState<number | null>(null);
  const failed = useRef(onFailure);
  failed.current = onFailure;

  useEffect(() => {
    if (left === null) return;
    if (left > 0) {
      const timer = setTimeout(() => setLeft(left - 1), 1000);
      return () => clearTimeout(timer);
    }
    void cancelRun(id).then((message) => {
      if (message !== null) failed.current(message);
      setLeft(null);
    });
  }, [left, id]);

  if (left === null) {
    return <Button onClick={() => setLeft(graceSeconds)}>{words('cancel')}</Button>;
  }
  return (
    <span className="inline-flex items-center gap-3" role="status">
      <span className="text-muted">{words('cancelIn', { n: left })}</span>
      <Button onClick={() => setLeft(null)}>{words('undo')}</Button>
    </span>
  );
}
