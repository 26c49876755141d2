/** The card of an imported model: where it comes from and what it takes. How well it does is not known here. */
import { z } from 'zod';
import { modelFile, readCard, readFiles, writeFolder } from '../registry/artifact.ts';
import { contentHash, sha256 } from '../registry/hash.ts';

const feature = z.discriminatedUnion('kind', [
  z.object({ name: z.string(), kind: z.enum(['number', 'count', 'flag']), unit: z.string().nullable() }),
  z.object({ name: z.string(), kind: z.literal('category'), unit: z.null(), levels: z.array(z.string()) }),
]);

const importedCard = z.object({
  format: z.literal(2),
  learner: z.literal('imported'),
  outcome: z.string(),
  createdAt: z.iso.datetime(),
  /** The file as it came, before it was put into a graph of named features. */
  source: z.object({ file: z.string(), sha256: z.string(), producer: z.string() }),
  /** null where the schema names none. */
  target: z.object({ column: z.string(), positive: z.string(), negative: z.string() }).nullable(),
  features: z.array(feature),
  /** SHA-256 of the files that it was trained on, as the schema says; absent where it says nothing. */
  trainedOn: z.array(z.string()).optional(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});
export type ImportedCard = z.infer<typeof importedCard>;

/** @returns the content hash, the name of the folder in `models` */
export async function writeImported(
  models: string,
  graph: Uint8Array,
  body: Omit<ImportedCard, 'files'>,
): Promise<string> {
  const name = modelFile(null);
  const card = importedCard.parse({ ...body, files: [{ name, sha256: sha256(graph) }] });
  const hash = contentHash(card);
  await writeFolder(models, hash, new Map([[name, graph]]), card);
  return hash;
}

export interface ImportedArtifact {
  readonly hash: string;
  readonly card: ImportedCard;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * An imported model's folder, null where another kind of model lies there.
 *
 * @throws ArtifactError where there is no model, or it is not as it was written
 */
export async function readImportedFolder(folder: string): Promise<ImportedArtifact | null> {
  // One that competed and won has the card of a training run.
  const kind = await readCard(
    folder,
    folder,
    z.object({ learner: z.string(), candidates: z.unknown().optional() }),
  );
  if (kind.learner !== 'imported' || kind.candidates !== undefined) return null;
  const card = await readCard(folder, folder, importedCard);
  return { hash: contentHash(card), card, files: await readFiles(folder, folder, card.files) };
}
