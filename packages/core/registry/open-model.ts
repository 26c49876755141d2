/** Opens an artifact for scoring. */
// Not through the tensor engine's door: scoring needs no TensorFlow.js, which would take 100 MB of each scoring thread.
import { explainTrees } from '../explain/explain-trees.ts';
import { readFamiliarity } from '../familiarity/familiarity.ts';
import { SessionError } from '../tensor/errors.ts';
import { openSession, type Session } from '../tensor/session.ts';
import { familiarityFile, modelFile, readArtifact, readArtifactFolder, treesFile } from './artifact.ts';
import type { ModelCard } from './card.ts';
import type { OpenModel } from './contract.ts';
import { ArtifactError, ScoringError } from './errors.ts';
import { type ExplainTrees, scoreMatrix } from './score-matrix.ts';
import { scoreRows } from './score-rows.ts';
import { signatureFault } from './signature.ts';
import { readTrees } from './trees-file.ts';

type Artifact = Awaited<ReturnType<typeof readArtifact>>;

/**
 * Opens the artifact `<models>/<hash>` after checking its hashes. Sessions of the fold models are opened when first asked.
 *
 * @throws ArtifactError `artifactMissing`, `artifactDamaged`, `cardInvalid` or `modelForeign`; SessionError where the file
 * is whole but this runtime cannot run it
 */
export async function openModel(models: string, hash: string): Promise<OpenModel> {
  return openArtifact(await readArtifact(models, hash));
}

/** The same for an artifact in a folder of any name. */
export async function openModelFolder(folder: string): Promise<OpenModel> {
  return openArtifact(await readArtifactFolder(folder));
}

async function openArtifact({ hash, card, files }: Artifact): Promise<OpenModel> {
  const sessions = new Map<string, Promise<Session>>();
  const explainers = new Map<string, ExplainTrees | null>();
  const sessionOf = (fold: number | null): Promise<Session> => {
    const name = modelFile(fold);
    const known = sessions.get(name);
    if (known) return known;
    const content = files.get(name);
    if (!content) throw new ScoringError('foldUnknown', null, `Model ${hash} has no fold ${fold}.`);
    const opened = openChecked(content, card, hash, name);
    sessions.set(name, opened);
    return opened;
  };
  const treesOf = (fold: number | null): ExplainTrees | null => {
    const name = treesFile(fold);
    const known = explainers.get(name);
    if (known !== undefined) return known;
    const content = files.get(name);
    const explainer = content ? explainTrees(readTrees(content), card.features.length) : null;
    explainers.set(name, explainer);
    return explainer;
  };
  await sessionOf(null);
  const known = files.get(familiarityFile);
  const names = card.features.map(({ name }) => name);
  const familiarity = known === undefined ? null : readFamiliarity(known, names);
  return {
    hash,
    card,
    familiarity,
    bytes: [...files.values()].reduce((bytes, content) => bytes + content.byteLength, 0),
    score: async (rows, fold, signal) =>
      scoreRows(await sessionOf(fold), card, rows, fold, { trees: treesOf(fold), familiarity, signal }),
    scoreMatrix: async (matrix, { explain, signal }) =>
      scoreMatrix(await sessionOf(null), matrix, { explain: explain && (treesOf(null) ?? true), signal }),
    release: async () => {
      await Promise.allSettled([...sessions.values()].map(async (session) => (await session).release()));
    },
  };
}

async function openChecked(
  content: Uint8Array,
  card: ModelCard,
  hash: string,
  file: string,
): Promise<Session> {
  const foreign = (why: string) =>
    new ArtifactError(
      'modelForeign',
      hash,
      file,
      `${file} of model ${hash} is a whole ONNX file, but not the model that its card describes: ${why} ` +
        'Train the model again.',
    );
  const session = await openSession(content).catch((error: unknown) => {
    // Maps, sequences and text are what other programs' classifiers answer with.
    throw error instanceof SessionError && error.code === 'notTensor' ? foreign(error.message) : error;
  });
  const why = signatureFault(session.signature, card);
  if (why === null) return session;
  await session.release();
  throw foreign(why);
}
