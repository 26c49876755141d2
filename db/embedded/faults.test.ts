import { describe, expect, it } from 'vitest';
import { faultOf, homeFault } from './faults.ts';

describe('what PostgreSQL says of a failed start', () => {
  it.each([
    [
      'FATAL:  could not extend file "base/1/2691": No space left on device\nPANIC:  cannot abort',
      'diskFull',
    ],
    [
      'FATAL:  could not extend file: wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.',
      'diskFull',
    ],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'portUnavailable'],
    ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'dataLocked'],
    ['pg_ctl: could not open log file: Permission denied', 'homeUnwritable'],
    ['PANIC:  could not locate a valid checkpoint record at 0/1', 'dataDamaged'],
    ['FATAL:  incorrect checksum in control file', 'dataDamaged'],
    ['FATAL:  something new', 'serverWouldNotStart'],
    ['', 'serverWouldNotStart'],
  ])('%s: %s', (said, code) => {
    const fault = faultOf('/home/postgres', said);
    expect(fault).toMatchObject({ code, mend: expect.stringMatching(/./) });
  });

  it('is quoted without time and process number', () => {
    const said = '2026-11-24 13:41:37.540 UTC [17139] FATAL:  something new\n2026-11-24 UTC [1] LOG:  bye';
    expect(faultOf('/home/postgres', said).message).toMatch(/did not start: something new$/);
  });
});

describe('errors of the file system', () => {
  it.each([
    ['ENOSPC', 'diskFull'],
    ['EDQUOT', 'diskFull'],
    ['EROFS', 'homeUnwritable'],
    ['EACCES', 'homeUnwritable'],
  ])('%s is %s', (system, code) => {
    const error = Object.assign(new Error(`${system}: refused`), { code: system });
    expect(homeFault('/home', error)).toMatchObject({ code, message: expect.stringContaining('/home') });
  });

  it('hands on what it does not know', () => {
    const error = new Error('a mistake of ours');
    expect(homeFault('/home', error)).toBe(error);
  });
});
