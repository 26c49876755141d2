'use client';
/** The list of places, the present one marked. */
import { classNames } from '@praxis/ui';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Place } from './place.ts';

/** The place whose address is the longest beginning of the present one. */
function presentPlace(places: readonly Place[], path: string): Place | null {
  const matching = places.filter(({ href }) => path === href || path.startsWith(`${href}/`));
  return matching.reduce<Place | null>(
    (best, place) => (best && best.href.length >= place.href.length ? best : place),
    null,
  );
}

export function Navigation({ places, onNavigate }: { places: readonly Place[]; onNavigate?: () => void }) {
  const words = useTranslations('shell');
  const present = presentPlace(places, usePathname());
  return (
    <nav aria-label={words('navigation')}>
      <ul className="flex flex-col gap-0.5">
        {places.map((place) => (
          <li key={place.href}>
            <Link
              href={place.href}
              onClick={onNavigate}
              aria-current={place === present ? 'page' : undefined}
              className={classNames(
                'block rounded-control px-2.5 py-1.5',
                place === present
                  ? 'bg-hover font-strong text-ink'
                  : 'text-muted hover:bg-hover hover:text-ink',
              )}
            >
              {place.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
