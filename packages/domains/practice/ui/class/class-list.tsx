'use client';
/** The classes of a teacher, and a new one. */
import { Button, Empty, Field } from '@praxis/ui';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ClassName } from '../../service/class/class-contract.ts';
import { longestName } from './given.ts';
import { send } from './send.ts';

export function ClassList({
  classes,
  address,
  api,
}: {
  classes: readonly (ClassName & { readonly learners: number })[];
  address: string;
  api: string;
}) {
  const t = useTranslations('practice.class');
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <h1 className="text-figure">{t('title')}</h1>
      {classes.length === 0 ? (
        <Empty title={t('list.empty')}>{t('list.emptyText')}</Empty>
      ) : (
        <ul className="border-t border-line">
          {classes.map(({ id, name, learners }) => (
            <li key={id} className="border-b border-line">
              <Link
                prefetch={false}
                href={`${address}/${id}`}
                className="-mx-3 flex flex-wrap items-baseline justify-between gap-x-6 px-3 py-3 hover:bg-hover"
              >
                <span className="text-title font-strong">{name}</span>
                <span className="text-muted">{t('list.learners', { count: learners })}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <NewClass api={api} />
    </div>
  );
}

function NewClass({ api }: { api: string }) {
  const t = useTranslations('practice.class');
  const router = useRouter();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function create(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const sent = await send(api, 'POST', { name });
    setBusy(false);
    if (!sent.ok) return setError(sent.message ?? t('unreachable'));
    setName('');
    setError(null);
    router.refresh();
  }
  return (
    <form onSubmit={create} className="flex flex-wrap items-end gap-3">
      <div className="w-full max-w-sm">
        <Field
          label={t('list.name')}
          error={error}
          value={name}
          maxLength={longestName}
          required
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Button kind="primary" type="submit" disabled={busy || name.trim() === ''}>
        {t('list.create')}
      </Button>
    </form>
  );
}
