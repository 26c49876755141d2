/** The language in which exercises are told to this reader. */
import 'server-only';
import { type Language, languages } from '@praxis/practice/service';
import { getLocale } from 'next-intl/server';

export async function exerciseLanguage(): Promise<Language> {
  const locale = await getLocale();
  return languages.find((language) => language === locale) ?? 'en';
}
