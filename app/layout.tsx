/** The root of every page: language, theme, words and the shell. */
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { preferences } from './preferences/server.ts';
import { Shell } from './shell/shell.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations();
  return { title: { default: words('product'), template: `%s · ${words('product')}` } };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

const htmlLanguage: Record<string, string> = { en: 'en', zh: 'zh-Hans' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [language, chosen] = await Promise.all([getLocale(), preferences()]);
  return (
    <html
      lang={htmlLanguage[language] ?? 'en'}
      data-theme={chosen.theme === 'system' ? undefined : chosen.theme}
    >
      <body>
        <NextIntlClientProvider>
          <Shell user={null} places={[]} preferences={chosen} strip={null}>
            {children}
          </Shell>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
