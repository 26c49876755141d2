/**
 * How often someone may try to sign in. Addresses are counted against guessing many accounts from one place, accounts
 * against guessing one from many places (an address header can be made up, an account cannot).
 */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const addressRule = { points: 60, duration: 60 };
const accountRule = { points: 10, duration: 600 };

export interface SignInLimit {
  /** Counts an attempt. Returns the seconds to wait, 0 where the attempt may go on. */
  attempt(address: string, email: string): Promise<number>;
  /** Forgets the attempts on an account after its owner got in. */
  forget(email: string): Promise<void>;
}

/** Attempts are kept in `sign_in_attempt`, so that every web server counts the same. */
export function signInLimit(pool: Pool): SignInLimit {
  const shared = {
    storeClient: pool,
    tableName: 'sign_in_attempt',
    tableCreated: true,
    clearExpiredByTimeout: false,
  };
  const addresses = new RateLimiterPostgres({ ...shared, ...addressRule, keyPrefix: 'address' });
  const accounts = new RateLimiterPostgres({ ...shared, ...accountRule, keyPrefix: 'account' });

  return {
    async attempt(address, email) {
      const waits = await Promise.all([consume(addresses, address), consume(accounts, accountKey(email))]);
      return Math.max(...waits);
    },
    async forget(email) {
      await accounts.delete(accountKey(email));
    },
  };
}

/** A digest, so that the table holds no list of addresses that people tried. */
function accountKey(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
}

/** The library rejects with its own result where the limit is reached, and with an error where the database failed. */
async function consume(limiter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
    throw reason;
  }
}
