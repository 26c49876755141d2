/** Keeps labels that would lie over each other apart. */

/**
 * Gives each label a place `placed` as near to its wish `at` as a distance of `gap` between neighbours allows, none
 * beyond `end`. Order along the axis is kept.
 */
export function spreadLabels<Label extends { readonly at: number }>(
  labels: readonly Label[],
  { gap, end }: { readonly gap: number; readonly end: number },
): (Label & { readonly placed: number })[] {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  const places = sorted.map(({ at }) => at);
  for (let index = 1; index < places.length; index += 1) {
    places[index] = Math.max(places[index] ?? 0, (places[index - 1] ?? 0) + gap);
  }
  // What was pushed past the end moves back and takes its neighbours along.
  let limit = end;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    places[index] = Math.min(places[index] ?? 0, limit);
    limit = (places[index] ?? 0) - gap;
  }
  return sorted.map((label, index) => ({ ...label, placed: places[index] ?? label.at }));
}
