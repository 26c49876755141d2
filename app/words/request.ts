/** What next-intl needs for one request: language, words, and the clock and formats that server and browser share. */
import { cookies, headers } from 'next/headers';
import type { Formats } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { verticals } from '../server/verticals.ts';
import { en } from './en.ts';
import { languageCookie, languageOf } from './language.ts';
import { zh } from './zh.ts';

/** Each vertical's words stand under its id. */
const words = {
  en: { ...en, ...Object.fromEntries(verticals.map(({ id, words }) => [id, words.en])) },
  zh: { ...zh, ...Object.fromEntries(verticals.map(({ id, words }) => [id, words.zh])) },
};

const formats = {
  number: {
    percent: { style: 'percent', maximumFractionDigits: 0 },
    three: { minimumFractionDigits: 3, maximumFractionDigits: 3 },
    four: { minimumFractionDigits: 4, maximumFractionDigits: 4 },
  },
  dateTime: {
    moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false },
    time: { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false },
  },
} satisfies Formats;

export default getRequestConfig(async () => {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  const language = languageOf(jar.get(languageCookie)?.value, asked.get('accept-language'));
  return {
    locale: language,
    messages: words[language],
    formats,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
});
