/** Refuses a table that cannot be trained on, before any work is done. */
import { answerNames } from '../registry/signature.ts';
import type { LabelledMatrix } from '../table/matrix.ts';
import type { Subgroup } from './contract.ts';
import { TrainingError } from './errors.ts';

/** So many of each class that every fold, held out or trained on, has a few. */
const fewestOfEach = 10;

/** @throws TrainingError naming the row, the feature, the subgroup or the count at fault */
export function checkData(
  { features, rows, values, labels, ids }: LabelledMatrix,
  subgroups: readonly Subgroup[],
  folds: number,
): void {
  const names = new Set(features.map(({ name }) => name));
  if (names.size !== features.length)
    throw new TrainingError('dataInconsistent', 'Two features have the same name.');
  const taken = answerNames.find((name) => names.has(name));
  if (taken !== undefined) {
    throw new TrainingError(
      'dataInconsistent',
      `The feature "${taken}" has the name of an output of every model: rename the column, or leave it out.`,
    );
  }
  if (values.length !== rows * features.length || labels.length !== rows || ids.length !== rows) {
    throw new TrainingError(
      'dataInconsistent',
      `${rows} rows of ${features.length} features need ${rows * features.length} values, ${rows} labels and ids; ` +
        `there are ${values.length}, ${labels.length} and ${ids.length}.`,
    );
  }
  const infinite = values.findIndex((value) => !Number.isFinite(value) && !Number.isNaN(value));
  if (infinite >= 0) {
    const [row, feature] = [
      Math.floor(infinite / features.length),
      features[infinite % features.length].name,
    ];
    throw new TrainingError(
      'valueInvalid',
      `Row ${row} (id ${ids[row]}): "${feature}" is ${values[infinite]}.`,
    );
  }
  const varies = (column: number) => {
    let first = Number.NaN;
    for (let at = column; at < values.length; at += features.length) {
      if (Number.isNaN(first)) first = values[at];
      else if (values[at] !== first && !Number.isNaN(values[at])) return true;
    }
    return false;
  };
  if (!features.some((_, column) => varies(column))) {
    throw new TrainingError('nothingVaries', 'Every feature has one value in all rows.');
  }
  const strange = labels.findIndex((label) => label > 1);
  if (strange >= 0) {
    throw new TrainingError(
      'valueInvalid',
      `Row ${strange} (id ${ids[strange]}): the label is ${labels[strange]}.`,
    );
  }
  const events = labels.reduce((sum, label) => sum + label, 0);
  const fewest = Math.max(fewestOfEach, folds);
  if (events < fewest || rows - events < fewest) {
    throw new TrainingError(
      'tooFewOfAClass',
      `${events} of ${rows} rows have the outcome: at least ${fewest} with and without it are needed for ${folds} folds.`,
    );
  }
  for (const { group, level, members } of subgroups) {
    const outside = members.find((member) => member < 0 || member >= rows);
    if (outside !== undefined) {
      throw new TrainingError(
        'dataInconsistent',
        `The subgroup ${group} ${level} names row ${outside}; there are ${rows} rows.`,
      );
    }
  }
}
