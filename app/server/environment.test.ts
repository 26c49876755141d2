import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const complete = {
  DATABASE_URL: 'postgres://localhost/praxis',
  PRAXIS_HOME: '/data/praxis',
  BETTER_AUTH_SECRET: 's'.repeat(32),
  BETTER_AUTH_URL: 'http://localhost:3000',
};

describe('the environment of the web server', () => {
  it('has demo mode off unless it is switched on', () => {
    expect(readEnvironment(complete)).toMatchObject({ demo: false, models: '/data/praxis/models' });
    expect(readEnvironment({ ...complete, PRAXIS_DEMO: '1' }).demo).toBe(true);
  });

  it('names every variable that is missing or wrong, without repeating the secret', () => {
    const read = () =>
      readEnvironment({ ...complete, DATABASE_URL: undefined, BETTER_AUTH_SECRET: 'short-secret' });
    expect(read).toThrow(/DATABASE_URL/);
    expect(read).toThrow(/BETTER_AUTH_SECRET must have at least 32 characters/);
    expect(read).not.toThrow(/short-secret/);
  });
});
