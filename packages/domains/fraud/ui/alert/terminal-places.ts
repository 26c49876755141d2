/** Where a card was used, as a map shows it. */
import type { AlertReview } from '../../service/triage-contract.ts';
import type { Place } from '../../service/triage-store.ts';

export interface UsedTerminal extends Place {
  readonly payments: number;
  readonly present: boolean;
  /** In the map's units, null where nobody knows where the customer lives. */
  readonly fromHome: number | null;
}

export function usedTerminals({ alert, card, terminals, home }: AlertReview): readonly UsedTerminal[] {
  const { terminal: present } = alert.transaction;
  return terminals.map((place) => ({
    ...place,
    payments: card.filter(({ transaction }) => transaction.terminal === place.id).length,
    present: place.id === present,
    fromHome: home === null ? null : Math.hypot(place.x - home.x, place.y - home.y),
  }));
}

export type DistanceFinding =
  | { readonly kind: 'far' | 'usual'; readonly distance: number; readonly farthest: number }
  | { readonly kind: 'only'; readonly distance: number }
  | { readonly kind: 'homeless' | 'unknown' };

/** How far from home the present terminal is, compared with the card's others. */
export function distanceFinding(used: readonly UsedTerminal[]): DistanceFinding {
  const present = used.find((terminal) => terminal.present);
  if (present === undefined) return { kind: 'unknown' };
  if (present.fromHome === null) return { kind: 'homeless' };
  const others = used.flatMap(({ present: isPresent, fromHome }) =>
    isPresent || fromHome === null ? [] : [fromHome],
  );
  const distance = present.fromHome;
  if (others.length === 0) return { kind: 'only', distance };
  const farthest = Math.max(...others);
  return { kind: distance > farthest ? 'far' : 'usual', distance, farthest };
}

type Extent = readonly [number, number];

/** The simulator's plane where everything lies in it, else what holds all places with some room. */
export function mapExtent(places: readonly { readonly x: number; readonly y: number }[]): {
  readonly x: Extent;
  readonly y: Extent;
} {
  const inPlane = places.every(({ x, y }) => x >= 0 && x <= 100 && y >= 0 && y <= 100);
  if (inPlane) return { x: [0, 100], y: [0, 100] };
  const [x, y] = [bounds(places.map((place) => place.x)), bounds(places.map((place) => place.y))];
  // The same unit in both directions, so that distances look as they are.
  const side = 1.1 * Math.max(x[1] - x[0], y[1] - y[0], 1);
  return { x: around(x, side), y: around(y, side) };
}

const bounds = (values: readonly number[]): Extent => [Math.min(...values), Math.max(...values)];

function around([low, high]: Extent, side: number): Extent {
  const middle = (low + high) / 2;
  return [middle - side / 2, middle + side / 2];
}
