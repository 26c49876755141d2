/** Open alerts that share a card or a terminal, directly or through others, belong to one case. */

interface Linked {
  readonly customer: number;
  readonly terminal: number;
}

/**
 * Cases in the order of their first alert, and the alerts of each in the given order (union-find, Tarjan 1975).
 */
export function gatherCases<Alert extends Linked>(alerts: readonly Alert[]): readonly (readonly Alert[])[] {
  const parent = alerts.map((_, index) => index);
  const root = (index: number): number => {
    let top = index;
    while (parent[top] !== top) top = parent[top];
    parent[index] = top;
    return top;
  };
  const firstOf = new Map<string, number>();
  for (const [index, { customer, terminal }] of alerts.entries()) {
    for (const name of [`card ${customer}`, `terminal ${terminal}`]) {
      const first = firstOf.get(name);
      if (first === undefined) firstOf.set(name, index);
      else {
        // The smaller index stays on top, so that a case stands where its first alert stands.
        const [a, b] = [root(first), root(index)];
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  return [...Map.groupBy(alerts.keys(), root).values()].map((indices) =>
    indices.map((index) => alerts[index]),
  );
}

/** The closest first. */
const links = ['both', 'card', 'terminal', 'others'] as const;

/** What two alerts of a case have in common; `others`: each is linked to the other through further alerts. */
export function linkOf(a: Linked, b: Linked): (typeof links)[number] {
  if (a.customer === b.customer) return a.terminal === b.terminal ? 'both' : 'card';
  return a.terminal === b.terminal ? 'terminal' : 'others';
}

interface Numbered extends Linked {
  readonly id: number;
}

/** Numbers of the other alerts of one's case: those that have the most in common with it first, else in the given order. */
export function caseAround(alert: Numbered, open: readonly Numbered[]): readonly number[] {
  const [own] = gatherCases([alert, ...open.filter(({ id }) => id !== alert.id)]);
  const distance = (other: Numbered) => links.indexOf(linkOf(alert, other));
  return own
    .slice(1)
    .sort((a, b) => distance(a) - distance(b))
    .map(({ id }) => id);
}
