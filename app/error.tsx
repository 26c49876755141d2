'use client';
/** A page that could not be rendered: what is kept, and a way on. The server's log has the cause under the same code. */
import { Button } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import { modelDamagedDigest } from './error-digest.ts';
import { Statement } from './shell/statement.tsx';

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const words = useTranslations('states');
  return (
    <Statement title={words('errorTitle')} status={500}>
      <p>
        {error.digest === modelDamagedDigest
          ? words('modelDamaged')
          : words('error', { code: error.digest ?? '–' })}
      </p>
      <Button onClick={reset}>{words('tryAgain')}</Button>
    </Statement>
  );
}
