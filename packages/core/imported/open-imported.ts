/** Opens an imported model for scoring. */
import { modelFile } from '../registry/artifact.ts';
import type { OpenModel } from '../registry/contract.ts';
import { ArtifactError } from '../registry/errors.ts';
import { scoreMatrix } from '../registry/score-matrix.ts';
import { openSession } from '../tensor/session.ts';
import { type ImportedCard, readImportedFolder } from './card.ts';

export interface OpenImported extends Pick<OpenModel, 'hash' | 'scoreMatrix' | 'release'> {
  readonly card: ImportedCard;
}

/**
 * null where another kind of model lies in the folder. Contributions are not known: they are all 0.
 *
 * @throws ArtifactError where there is no model, or it is not as it was written
 */
export async function openImportedFolder(folder: string): Promise<OpenImported | null> {
  const artifact = await readImportedFolder(folder);
  if (artifact === null) return null;
  const { hash, card, files } = artifact;
  const content = files.get(modelFile(null));
  if (!content) {
    const message = `The card in ${folder} names no ${modelFile(null)}.`;
    throw new ArtifactError('artifactDamaged', hash, modelFile(null), message);
  }
  const session = await openSession(content);
  return {
    hash,
    card,
    scoreMatrix: (matrix, { signal }) => scoreMatrix(session, matrix, { explain: false, signal }),
    release: () => session.release(),
  };
}
