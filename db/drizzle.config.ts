/** Writes a migration from what changed in `schema/`: `npx drizzle-kit generate --config db/drizzle.config.ts --name <what>`. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
});
