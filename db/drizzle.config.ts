/** Writes a migration from what changed in `schema/`: `npm run db:generate -w @praxis/db -- --name <what>`. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './schema/index.ts',
  out: './migrations',
});
