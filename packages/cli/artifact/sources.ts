/** The files that a model was made from, and whether those that lie here are the same. */
import { type ImportedCard, type ModelCard, matchSource } from '@praxis/core';
import { FaultError } from '../fault.ts';
import { ensured } from '../table/read-file.ts';

export interface Source {
  readonly file: string;
  readonly sha256: string;
  /** null where nobody counted them. */
  readonly rows: number | null;
}

/** Of the sources that were found, by their hash: the path at which each lies. */
export type FoundSources = ReadonlyMap<string, string>;

/** The files that the rows of a model came from, and the one that judges a distilled one. */
export function sourcesOf({ data, distillation }: ModelCard): readonly Source[] {
  const judgedBy = distillation?.judgedBy ?? null;
  return judgedBy === null ? data.sources : [...data.sources, { ...judgedBy, rows: data.rows }];
}

/** The schema of an import names them by hash alone. */
export function importedSources({ trainedOn = [] }: ImportedCard): readonly Source[] {
  return trainedOn.map((sha256) => ({ file: 'trainedOn', sha256, rows: null }));
}

/** @throws FaultError dataDiffers for a file that is none of them, naming both hashes; or where it cannot be read */
export async function findSources(
  files: readonly string[],
  sources: readonly Source[],
): Promise<FoundSources> {
  const found = new Map<string, string>();
  for (const file of files) {
    if (sources.length === 0) throw notKnown(file);
    const { sha256 } = ensured(await matchSource(file, sources));
    found.set(sha256, file);
  }
  return found;
}

function notKnown(file: string): FaultError {
  return new FaultError({
    code: 'dataDiffers',
    message: `${file} cannot be compared: the card does not say what the model was made from.`,
    mend: 'Name the files by their SHA-256 as "trainedOn" in the schema, and import the model again.',
  });
}
