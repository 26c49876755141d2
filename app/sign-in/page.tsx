/** Signing in; in demo mode with one click. */
import { demoAccounts, demoPassword, type Role } from '@praxis/db';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signedIn } from '../server/access.ts';
import { entered } from '../server/permissions.ts';
import { returnAddress } from '../server/return-address.ts';
import { services } from '../server/services.ts';
import { SignInForm } from './sign-in-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('signIn');
  return { title: words('title') };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const destination = returnAddress(typeof next === 'string' ? next : null);
  if (await signedIn()) redirect(destination);
  const { environment } = await services();
  return (
    <SignInForm
      destination={destination}
      demo={
        environment.demo
          ? {
              password: demoPassword,
              accounts: demoAccounts.map(({ email, role }) => ({ email, role, reaches: reachesOf(role) })),
            }
          : null
      }
    />
  );
}

/** The key of the words for what a role finds. */
function reachesOf(role: Role): string {
  const [first] = entered(role);
  // Who finds only a part of a vertical is told what that part is.
  if (first) return `${first.id}.${first.roles.includes(role) ? 'reaches' : `reachesAs.${role}`}`;
  return `signIn.reaches.${role === 'administrator' ? role : 'none'}`;
}
