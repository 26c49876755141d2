/** A day; where there was none, that. */
import { useFormatter, useTranslations } from 'next-intl';

export function Day({ at }: { at: Date | null }) {
  const t = useTranslations('practice.class');
  const format = useFormatter();
  if (at === null) return <span className="text-muted">{t('never')}</span>;
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {format.dateTime(at, { day: 'numeric', month: 'short' })}
    </time>
  );
}
