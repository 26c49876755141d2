/** Which language a request is answered in: the one chosen by hand, else the best of what the browser asks for. */

const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

export const languageCookie = 'praxis-language';

function known(tag: string): Language | null {
  const primary = tag.trim().toLowerCase().split('-')[0];
  return languages.find((language) => language === primary) ?? null;
}

/** `chosen` is the cookie's value, `accepted` the Accept-Language header (RFC 9110, 12.5.4). */
export function languageOf(chosen: string | undefined, accepted: string | null): Language {
  const byHand = chosen === undefined ? null : known(chosen);
  if (byHand !== null) return byHand;
  const wishes = (accepted ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: known(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes.find((wish) => wish.language !== null)?.language ?? 'en';
}
