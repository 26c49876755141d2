import { describe, expect, it } from 'vitest';
import { returnAddress, signInAddress } from './return-address.ts';

describe('the way back after signing in', () => {
  it('leads to the page that was asked for, with its filters', () => {
    expect(returnAddress('/diagnosis?outcome=diabetes&page=2')).toBe('/diagnosis?outcome=diabetes&page=2');
    expect(signInAddress('/diagnosis/patients/7')).toBe('/sign-in?next=%2Fdiagnosis%2Fpatients%2F7');
  });

  it('never leads to another site', () => {
    for (const wanted of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\/evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '',
      null,
      undefined,
    ]) {
      expect(returnAddress(wanted), String(wanted)).toBe('/');
    }
  });

  it('never leads in a circle', () => {
    expect(returnAddress('/sign-in?next=/sign-in')).toBe('/');
    expect(signInAddress('/')).toBe('/sign-in');
  });
});
