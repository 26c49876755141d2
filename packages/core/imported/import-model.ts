/** Takes a model over that another program wrote as ONNX: scikit-learn, LightGBM, PyTorch. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { sha256 } from '../registry/hash.ts';
import { inputsOf as tensorsOf } from '../registry/inputs.ts';
import { explainFile } from '../table/file-problem.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import { SessionError } from '../tensor/errors.ts';
import { openSession, type Session } from '../tensor/session.ts';
import { type ImportedCard, writeImported } from './card.ts';
import { ImportError } from './errors.ts';
import { inputsOf, probabilityPlace, readForeign } from './foreign-graph.ts';
import { planInputs } from './input-plan.ts';
import { definitionOf, type ImportSchema, importSchema } from './schema.ts';
import { wrapGraph } from './wrapped-graph.ts';

/**
 * Wraps the file's graph so that it takes the features of the schema by name and answers as every model does, tries it on a
 * few rows, and writes `<models>/<hash>/`.
 *
 * @returns the content hash
 * @throws ImportError where inputs or outputs do not fit, or the answer is no probability
 */
export async function importModel(file: string, schema: ImportSchema, models: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new ImportError('importUnreadable', explainFile(file, error).message);
  });
  const foreign = readForeign(bytes, basename(file));
  const plan = planInputs(inputsOf(foreign), schema);
  const graph = wrapGraph(foreign, schema.features, plan, probabilityPlace(foreign, schema));
  await tryGraph(graph, schema, basename(file));
  const card: Omit<ImportedCard, 'files'> = {
    format: 2,
    learner: 'imported',
    outcome: schema.outcome,
    createdAt: new Date().toISOString(),
    source: {
      file: basename(file),
      sha256: sha256(bytes),
      producer: [foreign.producerName, foreign.producerVersion].filter((part) => part !== '').join(' '),
    },
    target: schema.target ?? null,
    ...(schema.trainedOn === undefined ? {} : { trainedOn: schema.trainedOn }),
    features: schema.features
      .map(definitionOf)
      .map((feature) =>
        feature.kind === 'category' ? { ...feature, levels: [...feature.levels] } : feature,
      ),
  };
  return writeImported(models, graph, card);
}

/** More than one, so that a model for single rows is told apart. */
const probeRows = 3;

/** @throws ImportError where the graph does not open, does not run, or answers with no probability */
async function tryGraph(graph: Uint8Array, schema: ImportSchema, file: string): Promise<void> {
  const session = await openSession(graph).catch((error: unknown) => {
    throw new ImportError('importUnreadable', `${file}: ${reason(error)}`);
  });
  try {
    const answer = await answerOf(session, probe(schema), file);
    if (answer.length !== probeRows) {
      const message = `${file} answers ${probeRows} rows with ${answer.length} numbers.`;
      throw new ImportError('importAnswer', message);
    }
    const wrong = answer.find((value) => !(value >= 0 && value <= 1));
    if (wrong === undefined) return;
    const message = `${file} answers a row of ${schema.features.length} usual values with ${wrong}, which is no probability: export it with its sigmoid or softmax, and check "output" and "class" in the schema.`;
    throw new ImportError('importAnswer', message);
  } finally {
    await session.release();
  }
}

async function answerOf(session: Session, matrix: FeatureMatrix, file: string) {
  try {
    const { probability } = await session.run(tensorsOf(matrix, 0, matrix.rows));
    return probability.data;
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    const message = `${file} does not compute ${matrix.features.length} features into a probability: ${error.message}`;
    throw new ImportError('importAnswer', message);
  }
}

/** Small numbers, and the levels of categories in turn. */
function probe(schema: ImportSchema): FeatureMatrix {
  const features = schema.features.map(definitionOf);
  const values = new Float32Array(probeRows * features.length);
  for (let row = 0; row < probeRows; row++) {
    features.forEach((feature, column) => {
      values[row * features.length + column] =
        feature.kind === 'category' ? row % feature.levels.length : Math.min(row, 1);
    });
  }
  return { features, rows: probeRows, values };
}

/** Reads a schema file. What is wrong in it is named by its path, e.g. `features.2.levels`. */
export async function readImportSchema(file: string): Promise<ImportSchema> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new ImportError('importUnreadable', explainFile(file, error).message);
  });
  const fail = (why: string): never => {
    throw new ImportError('importUnreadable', `${file} is no schema of an imported model: ${why}.`);
  };
  const parsed = importSchema.safeParse(jsonOr(text, (error) => fail(reason(error))));
  if (parsed.success) return parsed.data;
  return fail(
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`).join('; '),
  );
}

function jsonOr(text: string, otherwise: (error: unknown) => never): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return otherwise(error);
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
