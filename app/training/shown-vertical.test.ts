import { describe, expect, it } from 'vitest';
import { shownVertical } from './shown-vertical.ts';

type Role = Parameters<typeof shownVertical>[0];

function shown(role: Role, named?: string, ofRuns: readonly string[] = []): string {
  const found = shownVertical(role, ofRuns, named);
  return typeof found === 'string' ? found : found.id;
}

describe('the vertical that the training page shows', () => {
  it('is the one that the address names, else the first that the role follows', () => {
    expect(shown('administrator')).toBe('diagnosis');
    expect(shown('administrator', 'fraud')).toBe('fraud');
    expect(shown('analyst')).toBe('fraud');
  });

  it('is that of the run in the address, whatever else it names', () => {
    expect(shown('administrator', 'diagnosis', ['fraud'])).toBe('fraud');
  });

  it('is refused to the roles of another one, by name and by run', () => {
    expect(shown('clinician', 'fraud')).toBe('forbidden');
    expect(shown('analyst', undefined, ['diagnosis'])).toBe('forbidden');
    expect(shown('analyst', 'fraud', ['diagnosis'])).toBe('forbidden');
  });

  it('is none where there is no such, and where runs of two are held side by side', () => {
    expect(shown('administrator', 'none')).toBe('unknown');
    expect(shown('administrator', undefined, ['diagnosis', 'fraud'])).toBe('unknown');
  });
});
