'use client';
/** Email and password, and in demo mode one button a role. */
import { Button, ChevronIcon, Field, Notice } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';

interface Demo {
  readonly password: string;
  /** `reaches` is a key of the words for what the role finds. */
  readonly accounts: readonly { readonly email: string; readonly role: string; readonly reaches: string }[];
}

type Failure =
  | { readonly code: 'invalid' | 'demoOff' | 'unreachable' | 'unexpected' }
  | { readonly code: 'rateLimited'; readonly seconds: number };

const failureBody = z.object({ error: z.object({ code: z.string() }) });

async function signIn(email: string, password: string): Promise<Failure | null> {
  const answer = await fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  }).catch(() => null);
  if (!answer) return { code: 'unreachable' };
  if (answer.ok) return null;
  const body = failureBody.safeParse(await answer.json().catch(() => null));
  const code = body.success ? body.data.error.code : 'unexpected';
  if (code === 'invalidCredentials') return { code: 'invalid' };
  if (code === 'demoOff') return { code };
  if (code === 'rateLimited') return { code, seconds: Number(answer.headers.get('retry-after') ?? 60) };
  return { code: code === 'databaseUnreachable' ? 'unreachable' : 'unexpected' };
}

export function SignInForm({ destination, demo }: { destination: string; demo: Demo | null }) {
  const words = useTranslations('signIn');
  const roles = useTranslations('roles');
  const all = useTranslations();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(asEmail: string, withPassword: string) {
    setBusy(true);
    setFailure(null);
    const failed = await signIn(asEmail, withPassword);
    if (failed === null) {
      // A full load, so that shell and pages are rendered for the person who is now signed in.
      window.location.assign(destination);
      return;
    }
    setFailure(failed);
    setBusy(false);
  }

  return (
    <div className="mx-auto flex w-full max-w-sm flex-col gap-8 pt-4 sm:pt-12">
      <h1 className="text-figure">{words('title')}</h1>
      {failure && (
        <Notice tone="error">
          {words(`errors.${failure.code}`, { seconds: failure.code === 'rateLimited' ? failure.seconds : 0 })}
        </Notice>
      )}
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(email, password);
        }}
      >
        <Field
          label={words('email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field
          label={words('password')}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button kind="primary" type="submit" disabled={busy} className="mt-1">
          {busy ? words('submitting') : words('submit')}
        </Button>
      </form>
      {demo ? (
        <section aria-labelledby="demo-accounts" className="flex flex-col gap-2">
          <h2 id="demo-accounts" className="text-body">
            {words('demoTitle')}
          </h2>
          <ul className="border-y border-line">
            {demo.accounts.map((account) => (
              <li key={account.email} className="border-b border-line last:border-b-0">
                <button
                  type="button"
                  disabled={busy}
                  onClick={() => void submit(account.email, demo.password)}
                  className="flex w-full items-center justify-between gap-3 px-2 py-2 text-left hover:bg-hover disabled:opacity-50"
                >
                  <span className="min-w-0">
                    <span className="flex flex-wrap gap-x-2">
                      <span className="font-strong">{roles(account.role)}</span>
                      <span className="text-muted">{account.email}</span>
                    </span>
                    <span className="block text-small text-muted">{all(account.reaches)}</span>
                  </span>
                  <ChevronIcon className="shrink-0 text-muted" />
                </button>
              </li>
            ))}
          </ul>
          <p className="text-small text-muted">{words('demoNote', { password: demo.password })}</p>
        </section>
      ) : (
        <p className="text-small text-muted">{words('noAccounts')}</p>
      )}
    </div>
  );
}
