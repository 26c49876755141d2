import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const from = (headers: Record<string, string>) =>
  isSameOrigin(new Headers({ host: 'praxis.example:3000', ...headers }));

describe('where a request comes from', () => {
  it('believes the browser that says so', () => {
    expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(from({ 'sec-fetch-site': 'none' })).toBe(true);
    expect(from({ 'sec-fetch-site': 'same-site' })).toBe(false);
    expect(from({ 'sec-fetch-site': 'cross-site', origin: 'http://praxis.example:3000' })).toBe(false);
  });

  it('compares host and port of the origin in older browsers', () => {
    expect(from({ origin: 'http://praxis.example:3000' })).toBe(true);
    expect(from({ origin: 'http://praxis.example' })).toBe(false);
    expect(from({ origin: 'http://evil.example:3000' })).toBe(false);
    expect(from({ origin: 'null' })).toBe(false);
  });

  it('lets clients through that are no browser', () => {
    expect(from({})).toBe(true);
  });
});
