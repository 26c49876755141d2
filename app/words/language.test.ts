import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

describe('the language of a request', () => {
  it('is the one chosen by hand, whatever the browser asks for', () => {
    expect(languageOf('zh', 'en-US,en;q=0.9')).toBe('zh');
  });

  it('is the browser’s best wish that we speak, by quality and not by order', () => {
    expect(languageOf(undefined, 'fr-FR, zh-CN;q=0.8, en;q=0.9')).toBe('en');
    expect(languageOf(undefined, 'zh-Hans-CN')).toBe('zh');
    expect(languageOf(undefined, 'en;q=0, zh;q=0.1')).toBe('zh');
  });

  it('is English where nothing fits, and for a cookie that somebody changed', () => {
    expect(languageOf(undefined, null)).toBe('en');
    expect(languageOf('<script>', 'fr')).toBe('en');
  });
});
