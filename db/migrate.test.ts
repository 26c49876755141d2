import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from './connection.ts';
import { migrateDatabase, migrationsFolder } from './migrate.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';

let test: TestDatabase | null = null;
afterEach(async () => {
  await test?.remove();
  test = null;
});

describe('migrations', () => {
  it('are applied once by three servers that start together on an empty database', async () => {
    test = await testDatabase();
    const { pool } = test.database;
    await pool.query('drop schema public cascade; drop schema drizzle cascade; create schema public');
    const url = test.url;
    const databases = await Promise.all(Array.from({ length: 3 }, () => openDatabase(url)));
    await Promise.all(databases.map(migrateDatabase));
    await Promise.all(databases.map((database) => database.close()));
    const files = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql'));
    const { rows } = await pool.query('select count(*)::int as n from drizzle.__drizzle_migrations');
    expect(rows).toEqual([{ n: files.length }]);
    expect((await pool.query('select count(*)::int as n from people')).rows).toEqual([{ n: 0 }]);
  });

  it('leave nothing of the schema out', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'praxis-migrations-'));
    await cp(migrationsFolder, folder, { recursive: true });
    const root = path.join(import.meta.dirname, '..');
    const schema = path.join(import.meta.dirname, 'schema/index.ts');
    const tool = path.join(root, 'node_modules/drizzle-kit/bin.cjs');
    // drizzle-kit wants both paths relative to where it runs.
    const options = [
      '--dialect=postgresql',
      `--schema=${path.relative(root, schema)}`,
      `--out=${path.relative(root, folder)}`,
    ];
    await promisify(execFile)(process.execPath, [tool, 'generate', ...options], { cwd: root });
    expect(await readdir(folder)).toEqual(await readdir(migrationsFolder));
    await rm(folder, { recursive: true });
  });
});
