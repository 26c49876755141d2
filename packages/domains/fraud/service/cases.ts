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
