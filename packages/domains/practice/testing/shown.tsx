/** A screen of practice as markup or as text, in either language, for tests. */
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';

export const words = { en, zh };
export const languages = ['en', 'zh'] as const;

/** A word or parameter that is missing throws. */
export function markup(language: (typeof languages)[number], screen: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={language}
      timeZone="UTC"
      messages={{ practice: words[language] }}
      onError={(error) => {
        throw error;
      }}
    >
      {screen}
    </NextIntlClientProvider>,
  );
}

/** A screen as text, tags aside. */
export const shown = (...given: Parameters<typeof markup>): string =>
  markup(...given)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
