/** Runs once when the web server starts: opens what pages need, and lets `proxy.ts` ask for the database's state. */

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { databaseAnswers } = await import('./app/server/database-state.ts');
  const { mendAddresses } = await import('./app/server/malformed-address.ts');
  const { services } = await import('./app/server/services.ts');
  mendAddresses();
  globalThis.praxisDatabaseAnswers = databaseAnswers;
  // Told here once; every page tries again and says that the database does not answer.
  await services().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
}
