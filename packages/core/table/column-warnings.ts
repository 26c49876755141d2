/** What is suspicious about a feature: an identifier, a constant, or a column that gives the answer away. */
import { quoted } from './errors.ts';
import type { FeatureDefinition } from './matrix.ts';
import type { ColumnWarning } from './matrix-error.ts';

/** An AUROC that is printed as 1.000. */
const perfect = 0.9995;
/** Below, columns of measurements are often different in every row, and levels are often pure by chance. */
const rowsToBeSure = 100;
const rowsPerLevel = 5;

/** patient_id, case.id, ID; and patientId, but not covid. */
const idNames = [/(?:^|[_\-. ])(?:id|uuid|guid)$/i, /[a-z]I[dD]$/];

/**
 * @param values one feature, NaN where missing, shape [rows]
 * @param labels 0 or 1, shape [rows]
 */
export function columnWarnings(
  feature: FeatureDefinition,
  values: Float64Array,
  labels: Uint8Array,
): ColumnWarning[] {
  const { name } = feature;
  const warnings: ColumnWarning[] = [];
  if (isConstant(values)) {
    const message = `Column ${quoted(name)} has the same value in every row: it tells nothing.`;
    return [{ code: 'constant', column: name, message }];
  }
  if (
    idNames.some((pattern) => pattern.test(name)) ||
    (feature.kind === 'number' && feature.unit !== 'd' && isCounting(values))
  ) {
    const message = `Column ${quoted(name)} looks like an identifier and is used as a feature. Name it as the id or the group, or drop it.`;
    warnings.push({ code: 'idLike', column: name, message });
  }
  const area =
    feature.kind === 'category' ? levelAuroc(feature.levels, values, labels) : singleAuroc(values, labels);
  if (area >= perfect) {
    const message = `Column ${quoted(name)} alone tells the target (AUROC ${area.toFixed(3)}): it may be known only after the event. Drop it unless it is known in time.`;
    warnings.push({ code: 'leaking', column: name, message });
  }
  return warnings;
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/** Whole numbers, another one in every row. */
function isCounting(values: Float64Array): boolean {
  if (!values.every(Number.isInteger)) return false;
  const sorted = values.toSorted();
  if (sorted.some((value, place) => place > 0 && value === sorted[place - 1])) return false;
  const withoutGaps = sorted[sorted.length - 1] - sorted[0] === sorted.length - 1;
  return sorted.length >= rowsToBeSure || (withoutGaps && sorted.length > 2);
}

/** AUROC of a category's levels by their share of events; 0 where the levels are too many to say. */
function levelAuroc(levels: readonly string[], values: Float64Array, labels: Uint8Array): number {
  if (values.length < levels.length * rowsPerLevel) return 0;
  const rows = new Float64Array(levels.length + 1);
  const events = new Float64Array(levels.length + 1);
  // Missing is a level of its own.
  const place = (value: number) => (Number.isNaN(value) ? levels.length : value);
  values.forEach((value, row) => {
    rows[place(value)]++;
    events[place(value)] += labels[row];
  });
  return singleAuroc(
    values.map((value) => events[place(value)] / rows[place(value)]),
    labels,
  );
}

/**
 * The area under the ROC curve of one column in its better direction, the best of three readings of missing values: as the
 * lowest, as the highest, and left out (where ten of each class have a value).
 */
export function singleAuroc(values: Float64Array, labels: Uint8Array): number {
  const sortedOf = (label: number) =>
    values.filter((value, row) => labels[row] === label && !Number.isNaN(value)).sort();
  const events = sortedOf(1);
  const others = sortedOf(0);
  const eventCount = labels.reduce((sum, label) => sum + label, 0);
  const eventsMissing = eventCount - events.length;
  const othersMissing = labels.length - eventCount - others.length;

  const wins = winsOver(events, others);
  const tied = (eventsMissing * othersMissing) / 2;
  const pairs = eventCount * (labels.length - eventCount);
  const areas = [
    (wins + tied + events.length * othersMissing) / pairs,
    (wins + tied + eventsMissing * others.length) / pairs,
  ];
  if (events.length >= 10 && others.length >= 10) areas.push(wins / (events.length * others.length));
  return Math.max(...areas.map((area) => Math.max(area, 1 - area)));
}

/** Pairs in which the first is greater, ties as halves; both in rising order. */
function winsOver(events: Float64Array, others: Float64Array): number {
  let below = 0;
  let upTo = 0;
  let wins = 0;
  for (const value of events) {
    while (below < others.length && others[below] < value) below++;
    while (upTo < others.length && others[upTo] <= value) upTo++;
    wins += below + (upTo - below) / 2;
  }
  return wins;
}
