/** Takes an embedded server away without a trace, its data outside a closed home included. */
import { rm } from 'node:fs/promises';
import { serverAccount } from '../embedded/account.ts';
import { openPlace } from '../embedded/place.ts';
import { stopEmbedded } from '../embedded/server.ts';

/** Stops the home's server and removes the home with everything that belongs to it. */
export async function removeHome(home: string): Promise<void> {
  await stopEmbedded(home);
  const place = await openPlace(home, await serverAccount());
  const record = await place.read();
  if (record) await rm(place.folder(record), { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
}
