/** Names that read the same in every language. */
import type { LipidUnit } from '../preferences/preferences.ts';
import type { Language } from '../words/language.ts';

/** Each language in itself, so that a lost reader finds their own. */
export const languageNames: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '中文' },
];

export const unitNames: Readonly<Record<LipidUnit, string>> = { mgDl: 'mg/dL', mmolL: 'mmol/L' };
