/** The root of every page: language, theme, words and the shell. */
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { preferences } from './preferences/server.ts';
import { signedIn } from './server/access.ts';
import { followed } from './server/permissions.ts';
import { placesOf, shellUser } from './shell/places.ts';
import { Shell } from './shell/shell.tsx';
import { TrainingStrip } from './shell/training-strip.tsx';
import { listRuns } from './training/runs.ts';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations();
  return { title: { default: words('product'), template: `%s · ${words('product')}` } };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

const htmlLanguage: Readonly<Record<string, string>> = { en: 'en', zh: 'zh-Hans' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [language, chosen, person] = await Promise.all([getLocale(), preferences(), signedIn()]);
  const places = person ? await placesOf(person) : [];
  const follows = person ? followed(person.role).map(({ id }) => id) : [];
  return (
    <html
      lang={htmlLanguage[language] ?? 'en'}
      data-theme={chosen.theme === 'system' ? undefined : chosen.theme}
    >
      <body>
        <NextIntlClientProvider>
          <Shell
            user={person && shellUser(person)}
            places={places}
            preferences={chosen}
            strip={
              follows.length > 0 && (
                <TrainingStrip
                  first={await listRuns(follows)}
                  quiet={places.flatMap(({ href, quiet }) => (quiet ? href : []))}
                />
              )
            }
          >
            {children}
          </Shell>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
