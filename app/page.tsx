/** The start: each role begins where its work is. */
import { roles } from '@praxis/db';
import { redirect } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { pageAccess } from './server/access.ts';
import { homeOf } from './server/permissions.ts';
import { verticals } from './server/verticals.ts';

export default async function HomePage() {
  const person = await pageAccess(roles);
  const home = homeOf(person.role);
  if (home) redirect(home);
  const [words, all, format] = await Promise.all([
    getTranslations('home'),
    getTranslations(),
    getFormatter(),
  ]);
  const practices = format.list(verticals.map(({ id }) => all(`${id}.name`)));
  return (
    <div className="flex max-w-prose flex-col gap-4">
      <h1 className="text-figure">{words('waitingTitle')}</h1>
      <p>{words('waiting', { role: all(`roles.${person.role}`), practices })}</p>
      <p className="text-muted">{words('waitingAction')}</p>
    </div>
  );
}
