/** The places on the map of customers and terminals. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Drizzle } from '../connection.ts';
import { fraudPlaces } from '../schema/fraud.ts';
import type { Place } from './fraud-records.ts';

export type PlaceKind = 'customer' | 'terminal';

export async function writePlaces(
  drizzle: Drizzle,
  kind: PlaceKind,
  places: readonly Place[],
): Promise<void> {
  await drizzle.execute(sql`
    insert into fraud_places (kind, id, x, y)
    select ${kind}, * from unnest(
      ${sql.param(places.map(({ id }) => id))}::int[],
      ${sql.param(places.map(({ x }) => x))}::float8[],
      ${sql.param(places.map(({ y }) => y))}::float8[])
    on conflict (kind, id) do update set x = excluded.x, y = excluded.y`);
}

export const readPlaces = (drizzle: Drizzle, kind: PlaceKind, ids: readonly number[]): Promise<Place[]> =>
  drizzle
    .select({ id: fraudPlaces.id, x: fraudPlaces.x, y: fraudPlaces.y })
    .from(fraudPlaces)
    .where(and(eq(fraudPlaces.kind, kind), inArray(fraudPlaces.id, [...ids])))
    .orderBy(fraudPlaces.id);
