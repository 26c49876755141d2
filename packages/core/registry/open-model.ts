/** Opens an artifact for scoring. */
// Not through the tensor engine's door: scoring needs no TensorFlow.js, which would take 100 MB of each scoring thread.
import { openSession, type Session } from '../tensor/session.ts';
import { modelFile, readArtifact } from './artifact.ts';
import type { OpenModel } from './contract.ts';
import { ScoringError } from './errors.ts';
import { scoreRows } from './score-rows.ts';

/**
 * Opens the artifact `<models>/<hash>` after checking its hashes. Sessions of the fold models are opened when first asked.
 *
 * @throws ArtifactError `artifactMissing`, `artifactDamaged` or `cardInvalid`
 */
export async function openModel(models: string, hash: string): Promise<OpenModel> {
  const { card, files } = await readArtifact(models, hash);
  const sessions = new Map<string, Promise<Session>>();
  const sessionOf = (fold: number | null): Promise<Session> => {
    const name = modelFile(fold);
    const known = sessions.get(name);
    if (known) return known;
    const content = files.get(name);
    if (!content) throw new ScoringError('foldUnknown', null, `Model ${hash} has no fold ${fold}.`);
    const opened = openSession(content);
    sessions.set(name, opened);
    return opened;
  };
  await sessionOf(null);
  return {
    hash,
    card,
    bytes: [...files.values()].reduce((bytes, content) => bytes + content.byteLength, 0),
    score: async (rows, fold, signal) => scoreRows(await sessionOf(fold), card, rows, fold, signal),
    release: async () => {
      await Promise.allSettled([...sessions.values()].map(async (session) => (await session).release()));
    },
  };
}
