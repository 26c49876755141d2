/** What a person prefers in this browser: kept in cookies, so that the server renders it right the first time. */
import { z } from 'zod';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How lipids are shown: mg/dL or mmol/L. Stored values are always mg/dL. */
export const lipidUnits = ['mgDl', 'mmolL'] as const;
export type LipidUnit = (typeof lipidUnits)[number];

export interface Preferences {
  readonly theme: Theme;
  readonly lipidUnit: LipidUnit;
}

export const preferenceCookies = { theme: 'praxis-theme', lipidUnit: 'praxis-lipid-unit' } as const;

const parser = z.object({
  theme: z.enum(themes).catch('system'),
  lipidUnit: z.enum(lipidUnits).catch('mgDl'),
});

/** Reads the cookies by name; what is absent or unknown falls back to the default. */
export function parsePreferences(cookie: (name: string) => string | undefined): Preferences {
  return parser.parse({
    theme: cookie(preferenceCookies.theme),
    lipidUnit: cookie(preferenceCookies.lipidUnit),
  });
}
