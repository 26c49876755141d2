import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { quoted } from './quoted.ts';

const hostile = [
  "'; drop table fraud_alerts; --",
  "\\'; select 1; --",
  '\\',
  "''",
  '$$',
  'é 汉 \u{1f600}',
  '\n\t\b',
];

test.each(['on', 'off'])(
  'any text comes back as it was, standard_conforming_strings %s',
  async (conforming) => {
    const { database } = await testDatabase();
    const client = await database.pool.connect();
    try {
      await client.query(`set standard_conforming_strings = ${conforming}`);
      const back = async (text: string) => {
        const { rows } = await client.query(`select ${quoted(text)} as text`);
        expect(rows).toEqual([{ text }]);
      };
      for (const text of hostile) await back(text);
      const letters = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
      await fc.assert(fc.asyncProperty(letters, back), { numRuns: 200 });
    } finally {
      client.release();
    }
  },
);
