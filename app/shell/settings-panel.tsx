'use client';
/** Language, appearance and units. */
import { Choice } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import { lipidUnits, themes } from '../preferences/preferences.ts';
import { languageNames, unitNames } from './names.ts';
import type { Settings } from './use-settings.ts';

export function SettingsPanel({ settings, showUnits }: { settings: Settings; showUnits: boolean }) {
  const words = useTranslations('shell');
  return (
    <div className="flex flex-col gap-4">
      <Choice
        label={words('language')}
        options={languageNames}
        value={languageNames.find(({ value }) => value === settings.language)?.value ?? 'en'}
        onChange={settings.setLanguage}
      />
      <Choice
        label={words('theme')}
        options={themes.map((value) => ({ value, label: words(`themes.${value}`) }))}
        value={settings.theme}
        onChange={settings.setTheme}
      />
      {showUnits && (
        <Choice
          label={words('units')}
          options={lipidUnits.map((value) => ({ value, label: unitNames[value] }))}
          value={settings.lipidUnit}
          onChange={settings.setLipidUnit}
        />
      )}
    </div>
  );
}
