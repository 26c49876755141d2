/** The outcomes side by side as links, the present one marked. */
import { classNames } from '@praxis/ui';
import Link from 'next/link';

export interface OutcomeLink {
  readonly outcome: string;
  readonly label: string;
  readonly href: string;
}

export function OutcomeLinks({
  label,
  links,
  current,
}: {
  label: string;
  links: readonly OutcomeLink[];
  current: string;
}) {
  return (
    <nav aria-label={label} data-print="hide">
      <ul className="flex flex-wrap gap-x-5 border-b border-line">
        {links.map((link) => (
          <li key={link.outcome}>
            <Link
              href={link.href}
              scroll={false}
              aria-current={link.outcome === current ? 'page' : undefined}
              className={classNames(
                '-mb-px block border-b-2 py-2',
                link.outcome === current
                  ? 'border-accent font-strong text-ink'
                  : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
