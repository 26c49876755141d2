import { describe, expect, it } from 'vitest';
import { parsePreferences } from './preferences.ts';

describe('preferences', () => {
  it('are what the cookies say', () => {
    const cookies = new Map([
      ['praxis-theme', 'dark'],
      ['praxis-lipid-unit', 'mmolL'],
    ]);
    expect(parsePreferences((name) => cookies.get(name))).toEqual({ theme: 'dark', lipidUnit: 'mmolL' });
  });

  it('fall back to the default where a cookie is missing or was changed', () => {
    expect(parsePreferences(() => undefined)).toEqual({ theme: 'system', lipidUnit: 'mgDl' });
    expect(parsePreferences(() => '"><script>')).toEqual({ theme: 'system', lipidUnit: 'mgDl' });
  });
});
