/** Keeps a preference in this browser for a year. */
import { languageCookie } from '../words/language.ts';
import { type Preferences, preferenceCookies, type Theme } from './preferences.ts';

function keep(name: string, value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox before 140
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
}

export function saveLanguage(language: string) {
  keep(languageCookie, language);
}

export function savePreference<Name extends keyof Preferences>(name: Name, value: Preferences[Name]) {
  keep(preferenceCookies[name], value);
}

/** Shows the theme at once, before the server renders it. */
export function applyTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
