/** A model trained elsewhere as a candidate: it scores the rows as it is, and is calibrated and judged like the others. */
import { readImportedFolder } from '../imported/card.ts';
import { ImportError } from '../imported/errors.ts';
import { openImportedFolder } from '../imported/open-imported.ts';
import { modelFile } from '../registry/artifact.ts';
import type { ModelCard } from '../registry/card.ts';
import type { FeatureDefinition, FeatureMatrix } from '../table/matrix.ts';
import type { Candidate, PartSettings } from './candidates.ts';
import { selectColumns } from './fit-data.ts';

/** What stands for settings: nothing of it is fitted but its calibration. */
export interface ImportedSettings {
  readonly name: 'imported';
  readonly origin: NonNullable<ModelCard['imported']>;
  /** Names of the table's columns that it takes, in its order. */
  readonly features: readonly string[];
  readonly graph: Uint8Array;
  /** Its answers for every row of the table, uncalibrated, shape [rows]. */
  readonly logOdds: Float64Array;
}

/** As it is. Nothing is known of what a feature adds, and it gives no interval. */
export interface FittedImported {
  readonly kind: 'imported';
  readonly graph: Uint8Array;
  readonly replicates: 1;
  readonly baselineLogOdds: 0;
}

/**
 * @param data the rows that candidates are judged by
 * @param sources SHA-256 of the files that the rows come from
 * @throws ImportError where it does not take columns of the table, gives a row no probability, or is known to have learnt from
 * these rows; ArtifactError where the folder holds no whole imported model; the signal's reason
 */
export async function importedCandidate(
  folder: string,
  data: FeatureMatrix,
  sources: readonly string[],
  signal?: AbortSignal,
): Promise<Candidate> {
  const [artifact, model] = [await readImportedFolder(folder), await openImportedFolder(folder)];
  const graph = artifact?.files.get(modelFile(null));
  if (model === null || graph === undefined) {
    throw new ImportError(
      'importOwn',
      `${folder} holds a model that was trained here: only an imported one competes as it is.`,
    );
  }
  try {
    const { card, hash } = model;
    const seen = card.trainedOn?.find((sha256) => sources.includes(sha256));
    if (seen !== undefined) {
      const message = `${folder} was trained on this very file (SHA-256 ${seen}): its figures here would be too good. Let it learn from rows that are not in the file, or leave it out.`;
      throw new ImportError('importHasSeenRows', message);
    }
    const matrix = columnsFor(card.features, data, folder);
    const { logOdds } = await model.scoreMatrix(matrix, { explain: false, signal });
    const wrong = logOdds.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0) {
      const message = `${folder} gives row ${wrong + 1} no probability (${logOdds[wrong]}): a missing value is the usual cause. It cannot be judged by rows that it does not answer.`;
      throw new ImportError('importAnswer', message);
    }
    const { file, sha256, producer } = card.source;
    const hasSeenRows = card.trainedOn === undefined ? null : false;
    return {
      name: 'imported',
      parts: [
        {
          name: 'imported',
          origin: { artifact: hash, file, sha256, producer, hasSeenRows },
          features: card.features.map(({ name }) => name),
          graph,
          logOdds: Float64Array.from(logOdds),
        },
      ],
    };
  } finally {
    await model.release();
  }
}

/** The table's columns in the model's order; categories by the table's levels, whose text the graph reads. */
function columnsFor(
  wanted: readonly FeatureDefinition[],
  data: FeatureMatrix,
  folder: string,
): FeatureMatrix {
  const isText = ({ kind }: FeatureDefinition) => kind === 'category';
  const places = wanted.map(({ name }) => data.features.findIndex((feature) => feature.name === name));
  const faults = wanted.flatMap((feature, at) => {
    const own = data.features[places[at]];
    if (places[at] < 0) return [`the table has no feature "${feature.name}"`];
    if (isText(own) === isText(feature)) return [];
    return [`"${feature.name}" is a ${own.kind} in the table and a ${feature.kind} in the model`];
  });
  if (faults.length > 0) {
    throw new ImportError('importInputs', `${folder} cannot compete on this table: ${faults.join('; ')}.`);
  }
  return selectColumns(
    data,
    wanted.map(({ name }) => name),
  );
}

/** What a model reads of the table: an imported one only its own columns, in its order. */
export function columnsRead(data: FeatureMatrix, parts: readonly PartSettings[]): FeatureMatrix {
  for (const part of parts) if (part.name === 'imported') return selectColumns(data, part.features);
  return data;
}
