/** What stands above every page of a class: its name, and the way to the others. */
import { buttonClass, classNames, Empty } from '@praxis/ui';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ClassName } from '../../service/class/class-contract.ts';

const tabs = ['skills', 'misconceptions', 'stuck', 'sets', 'learners'] as const;
type ClassTab = (typeof tabs)[number];

/** The address of a page of a class, given that of the class itself. */
const tabAddress = (address: string, tab: ClassTab): string =>
  tab === 'skills' ? address : `${address}/${tab}`;

export function ClassFrame({
  of,
  tab,
  address,
  allHref,
  children,
}: {
  of: ClassName;
  tab: ClassTab;
  /** Of the class. */
  address: string;
  allHref: string;
  children: ReactNode;
}) {
  const t = useTranslations('practice.class');
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-3">
        <p className="text-small">
          <Link prefetch={false} href={allHref} className="text-muted hover:text-ink">
            {t('title')}
          </Link>
        </p>
        <h1 className="text-figure">{of.name}</h1>
        <nav aria-label={t('tabs.label')}>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 border-b border-line">
            {tabs.map((one) => (
              <li key={one}>
                <Link
                  prefetch={false}
                  href={tabAddress(address, one)}
                  aria-current={one === tab ? 'page' : undefined}
                  className={classNames(
                    'inline-block border-b-2 py-2',
                    one === tab
                      ? 'border-accent font-strong text-ink'
                      : 'border-transparent text-muted hover:text-ink',
                  )}
                >
                  {t(`tabs.${one}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {children}
    </div>
  );
}

/** Shown on every page of a class that nobody is in. */
export function NoLearners({ address }: { address: string }) {
  const t = useTranslations('practice.class.noLearners');
  return (
    <Empty
      title={t('title')}
      action={
        <Link prefetch={false} href={tabAddress(address, 'learners')} className={buttonClass('primary')}>
          {t('action')}
        </Link>
      }
    >
      {t('text')}
    </Empty>
  );
}
