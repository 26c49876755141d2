/** Finds out by which character a file separates its cells. */

const candidates = [',', ';', '\t', '|'] as const;
const linesLookedAt = 20;

/**
 * The candidate that cuts the first lines into the same number of cells, the most of them; where none does, the one that
 * the header has most of; a comma where there is none.
 *
 * @param head the beginning of the text; its last line may be cut off
 */
export function sniffDelimiter(head: string): string {
  let best: string = ',';
  let bestScore = 0;
  for (const delimiter of candidates) {
    const counts = delimitersPerLine(head, delimiter);
    const [header = 0] = counts;
    // A header's count that holds for all lines is worth more than any that does not.
    const score = header === 0 ? 0 : header + (counts.every((count) => count === header) ? 1e6 : 0);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** How many delimiters stand outside of quotes on each of the first whole lines. */
function delimitersPerLine(head: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let empty = true;
  for (const character of head) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === delimiter) count++;
    else if (character === '\n') {
      if (!empty) counts.push(count);
      if (counts.length === linesLookedAt) return counts;
      count = 0;
      empty = true;
      continue;
    }
    if (character !== '\r') empty = false;
  }
  return counts.length === 0 ? [count] : counts;
}
