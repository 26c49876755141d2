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
  const { seconds: _, ...rest } = card;
  return contentHash({
    ...rest,
    candidates: rest.candidates.map(({ seconds: __, ...candidate }) => candidate),
  });
}

/** The same for any card: all of it but when it was written. */
export function contentHash<Card extends { readonly createdAt: string; readonly files: ModelCard['files'] }>({
  createdAt: _,
  ...card
}: Card): string {
  return sha256(canonical({ ...card, files: [...card.files].sort((a, b) => (a.name < b.name ? -1 : 1)) }));
}

/** JSON with keys in order, so that equal contents are equal texts. */
function canonical(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
