/** The preferences of the present request, for pages. */
import { cookies } from 'next/headers';
import { type Preferences, parsePreferences } from './preferences.ts';

export async function preferences(): Promise<Preferences> {
  const jar = await cookies();
  return parsePreferences((name) => jar.get(name)?.value);
}
