'use client';
/** The settings as the shell and its commands change them: shown at once, kept in cookies, rendered anew by the server. */
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import type { LipidUnit, Preferences, Theme } from '../preferences/preferences.ts';
import { applyTheme, saveLanguage, savePreference } from '../preferences/save.ts';

export interface Settings extends Preferences {
  readonly language: string;
  setLanguage(language: string): void;
  setTheme(theme: Theme): void;
  setLipidUnit(unit: LipidUnit): void;
  signOut(): Promise<void>;
}

export function useSettings(first: Preferences): Settings {
  const router = useRouter();
  const language = useLocale();
  const [theme, setTheme] = useState(first.theme);
  const [lipidUnit, setLipidUnit] = useState(first.lipidUnit);
  return {
    theme,
    lipidUnit,
    language,
    setLanguage(next) {
      saveLanguage(next);
      router.refresh();
    },
    setTheme(next) {
      setTheme(next);
      applyTheme(next);
      savePreference('theme', next);
    },
    setLipidUnit(next) {
      setLipidUnit(next);
      savePreference('lipidUnit', next);
      router.refresh();
    },
    async signOut() {
      await fetch('/api/auth/sign-out', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      // A full load, so that nothing of the signed-out person stays in the router's memory.
      window.location.assign('/sign-in');
    },
  };
}
