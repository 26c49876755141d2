'use client';
/** Fetches where the rows of a finished run lie, and shows it; nothing where its training has kept none. */
import { Notice } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ProjectionFigure } from './projection-figure.tsx';
import { type RunProjection, runProjection } from './view.ts';

type Read = RunProjection | 'none' | 'failed';

async function read(id: string, signal: AbortSignal): Promise<Read> {
  const answer = await fetch(`/api/v1/training/${id}/projection`, { signal }).catch(() => null);
  if (answer?.status === 404) return 'none';
  const body = answer?.ok ? runProjection.safeParse(await answer.json().catch(() => null)) : null;
  return body?.success ? body.data : 'failed';
}

export function ProjectionSection({ id, vertical, file }: { id: string; vertical: string; file: string }) {
  const words = useTranslations('training.projection');
  const [found, setFound] = useState<Read | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    void read(id, leaving.signal).then((now) => {
      if (!leaving.signal.aborted) setFound(now);
    });
    return () => leaving.abort();
  }, [id]);
  if (found === null || found === 'none') return null;
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-body">{words('title')}</h3>
      {found === 'failed' ? (
        <Notice tone="error">{words('unread')}</Notice>
      ) : (
        <ProjectionFigure projection={found} vertical={vertical} file={file} />
      )}
    </section>
  );
}
