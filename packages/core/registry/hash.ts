/** What an artifact is called: the SHA-256 of what is in it. */
import { createHash } from 'node:crypto';
import type { ModelCard } from './card.ts';

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Hash over the files (by name, with their hashes) and the card, but for the times in it: the same data and seed make the
 * same artifact on any day, however long it took.
 */
export function artifactHash(card: ModelCard): string {
  const { createdAt: _, seconds: __, ...rest } = card;
  const candidates = rest.candidates.map(({ seconds: ___, ...candidate }) => candidate);
  const files = [...card.files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sha256(canonical({ ...rest, candidates, files }));
}

/** JSON with keys in order, so that equal contents are equal texts. */
function canonical(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
