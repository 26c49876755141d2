/** What a distillation takes: a teacher's answers, the rows to learn them from, and the rows to be judged by. */
import type { Calibration } from '../calibrate/calibration.ts';
import type { FitEpoch } from '../learners/contract.ts';
import type { LearnerName, ModelCard } from '../registry/card.ts';
import type { FeatureMatrix, LabelledMatrix } from '../table/matrix.ts';
import type { DistilSettings } from './distil.ts';

interface Teacher {
  /** Content hash. */
  readonly artifact: string;
  readonly learner: LearnerName;
  readonly calibration: Calibration;
  /** Whether it was trained on the rows by which both are judged, and on those of the lesson; null: not known. */
  readonly hasSeen: { readonly exam: boolean | null; readonly lesson: boolean | null };
}

/** What the student learns from. */
export interface Lesson {
  readonly matrix: FeatureMatrix;
  /** The teacher's, uncalibrated, shape [rows]. */
  readonly logOdds: Float32Array;
  /** 0 or 1, shape [rows]; null where outcomes are not known. */
  readonly labels: Uint8Array | null;
}

/** What both are judged by. */
export interface Exam {
  readonly data: LabelledMatrix;
  /** The teacher's, calibrated, shape [rows]. */
  readonly probabilities: Float64Array;
  /** null where the rows were held out of the lesson's file. */
  readonly file: { readonly file: string; readonly sha256: string } | null;
}

export interface DistilRequest {
  readonly outcome: string;
  readonly horizonDays: number | null;
  readonly table: NonNullable<ModelCard['table']>;
  /** Files of the lesson. */
  readonly sources: ModelCard['data']['sources'];
  readonly teacher: Teacher;
  readonly lesson: Lesson;
  readonly exam: Exam;
  readonly settings: DistilSettings;
  readonly seed: number;
  readonly threads: number;
  /** Registry that the artifact is written into. */
  readonly models: string;
  readonly onEpoch: (epoch: FitEpoch) => void;
  readonly signal: AbortSignal;
}
