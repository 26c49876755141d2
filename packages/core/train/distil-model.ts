/** From a teacher's answers to an artifact: the student learns them, is judged beside the teacher, and is written. */
import { calibratedProbability } from '../calibrate/calibration.ts';
import { type Comparison, comparePredictions } from '../evaluate/comparison.ts';
import { performanceOf } from '../evaluate/performance.ts';
import { plattScaling } from '../evaluate/recalibration.ts';
import type { FitEpoch } from '../learners/contract.ts';
import { logOddsOf } from '../learners/log-odds.ts';
import { writeArtifact } from '../registry/artifact.ts';
import type { ModelCard } from '../registry/card.ts';
import { artifactFiles, familiarityFiles } from './artifact-files.ts';
import { distil } from './distil.ts';
import type { DistilRequest } from './distil-request.ts';
import { explainRun } from './explain-run.ts';
import { describeStudent } from './student-card.ts';

export interface Distilled {
  readonly artifact: string;
  readonly card: ModelCard;
  readonly distillation: NonNullable<ModelCard['distillation']>;
  /** The student's figures minus the teacher's. */
  readonly difference: Comparison;
}

/**
 * The student is calibrated by the outcomes of the lesson's rows; as the teacher is where they are not known, and where the
 * teacher may have seen them: it is surer of those than of others.
 *
 * @throws TrainingError, DeepError as `distil`; the signal's reason
 */
export async function distilModel(request: DistilRequest): Promise<Distilled> {
  const { lesson, exam, teacher, settings, seed, threads, signal } = request;
  const start = performance.now();
  const { matrix } = lesson;
  const epochs: FitEpoch[] = [];
  const labels = lesson.labels ?? new Uint8Array(matrix.rows);
  const fitted = await distil({ ...matrix, labels, weights: null }, lesson.logOdds, settings, {
    seed,
    threads,
    signal,
    checkpoint: null,
    onEpoch: (epoch) => {
      epochs.push(epoch);
      request.onEpoch(epoch);
    },
  });
  const ownOutcomes = teacher.hasSeen.lesson === false ? lesson.labels : null;
  const calibration =
    ownOutcomes === null ? teacher.calibration : plattScaling(ownOutcomes, await logOddsOf(fitted, matrix));

  const scores = await logOddsOf(fitted, exam.data);
  const probabilities = scores.map((logOdds) => calibratedProbability(calibration, logOdds));
  const distillation = {
    teacher: {
      artifact: teacher.artifact,
      learner: teacher.learner,
      performance: performanceOf(exam.data.labels, exam.probabilities, seed),
      hasSeenRows: teacher.hasSeen.exam,
    },
    learntRows: matrix.rows,
    judgedBy: exam.file,
    calibratedBy: ownOutcomes === null ? ('teacher' as const) : ('outcomes' as const),
  };
  const points = epochs.map(({ epoch, trainLoss, validationLoss, validationAuroc }) => ({
    learner: 'distilled' as const,
    fold: null,
    epoch,
    trainLoss,
    validationLoss,
    validationAuroc,
  }));
  const model = { fold: null, fitted, calibration };
  const files = await artifactFiles(matrix.features, [model], points, signal);
  const rows = Int32Array.from(exam.data.labels.keys());
  const explanation = await explainRun(exam.data, exam.data.labels, [{ model, rows }], files, request);
  for (const [name, content] of await familiarityFiles(matrix, fitted, seed)) files.set(name, content);
  const body = describeStudent(request, {
    fitted,
    calibration,
    probabilities,
    distillation,
    explanation,
    seconds: (performance.now() - start) / 1000,
  });
  const { hash, card } = await writeArtifact(request.models, files, body);
  const difference = comparePredictions(exam.data.labels, probabilities, exam.probabilities);
  return { artifact: hash, card, distillation, difference };
}
