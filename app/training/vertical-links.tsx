/** The verticals side by side as links, the one whose runs are shown marked; nothing where there is only one. */
import { classNames } from '@praxis/ui';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

export interface NamedVertical {
  readonly id: string;
  readonly name: string;
}

export function VerticalLinks({ verticals, shown }: { verticals: readonly NamedVertical[]; shown: string }) {
  const words = useTranslations('training');
  if (verticals.length < 2) return null;
  return (
    <nav aria-label={words('practices')} data-print="hide">
      <ul className="flex flex-wrap gap-x-5 border-b border-line">
        {verticals.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={`/training?vertical=${id}`}
              scroll={false}
              aria-current={id === shown ? 'page' : undefined}
              className={classNames(
                '-mb-px block border-b-2 py-2',
                id === shown
                  ? 'border-accent font-strong text-ink'
                  : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
