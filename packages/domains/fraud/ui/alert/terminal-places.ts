/** Where a card was used, as a map shows it. */
import { mapSide, radius } from '../../data/simulation/terminal-map.ts';
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

interface PlaneExtent {
  readonly x: Extent;
  readonly y: Extent;
}

/** As wide as the circle that customers of the simulator pay in: nearer than that everything is near. */
const smallestSide = 2 * radius;
/** Free room on each side, in parts of the distance that is to be seen. */
const room = 0.12;

/**
 * The part of the plane that holds the places with some room, one unit for both directions; `whole` is the simulator's
 * plane, null where the places are not on it or nearly all of it is drawn.
 */
export function mapView(
  places: readonly { readonly x: number; readonly y: number }[],
  simulated: boolean,
): { readonly view: PlaneExtent; readonly whole: PlaneExtent | null } {
  const [x, y] = [bounds(places.map((place) => place.x)), bounds(places.map((place) => place.y))];
  const wanted = Math.max((1 + 2 * room) * Math.max(x[1] - x[0], y[1] - y[0]), smallestSide);
  const isOnPlane = ({ x: across, y: up }: { readonly x: number; readonly y: number }) =>
    across >= 0 && across <= mapSide && up >= 0 && up <= mapSide;
  if (!simulated || !places.every(isOnPlane)) {
    return { view: { x: around(x, wanted), y: around(y, wanted) }, whole: null };
  }
  const side = Math.min(wanted, mapSide);
  return {
    view: { x: onPlane(around(x, side)), y: onPlane(around(y, side)) },
    whole: side > 0.9 * mapSide ? null : { x: [0, mapSide], y: [0, mapSide] },
  };
}

const bounds = (values: readonly number[]): Extent => [Math.min(...values), Math.max(...values)];

function around([low, high]: Extent, side: number): Extent {
  const middle = (low + high) / 2;
  return [middle - side / 2, middle + side / 2];
}

/** Moved so that nothing beyond the plane's edge is drawn. */
function onPlane([low, high]: Extent): Extent {
  if (low < 0) return [0, high - low];
  return high > mapSide ? [mapSide - (high - low), mapSide] : [low, high];
}
