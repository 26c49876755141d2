/** How far up the graph a skill stands: the longest way to it from a skill that rests on nothing. */
import { skills } from './graph.ts';

const depths = new Map<string, number>();
// Prerequisites stand before what rests on them in no fixed order, so each is looked up on the way.
function measured(id: string): number {
  const known = depths.get(id);
  if (known !== undefined) return known;
  const prerequisites = skills.find((skill) => skill.id === id)?.prerequisites ?? [];
  const depth = Math.max(0, ...prerequisites.map((before) => measured(before) + 1));
  depths.set(id, depth);
  return depth;
}
for (const { id } of skills) measured(id);

/** Skills on the longest way up to this one, itself left out; null for one that is not in the graph. */
export function skillDepth(id: string): number | null {
  return depths.get(id) ?? null;
}
