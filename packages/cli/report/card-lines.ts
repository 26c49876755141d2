/** The model card for a terminal. */
import type { ImportedCard, ModelCard } from '@praxis/core';
import { besideLines, judgedLine, teacherLines } from './distillation-lines.ts';
import { figureLines } from './figures.ts';
import { cardImportanceLines } from './importance-lines.ts';
import { ownFigureLines } from './own-figure-lines.ts';
import { privacyLines } from './privacy.ts';
import { aligned, candidateName, count, figure, isChosen, learnerWords } from './words.ts';

/**
 * @param artifact content hash of the folder
 * @param ownFigureNames what the vertical calls the figures that it alone counts
 */
export function cardLines(
  card: ModelCard,
  artifact: string,
  ownFigureNames: Readonly<Record<string, string>> = {},
): readonly string[] {
  const { distillation, performance } = card;
  const held = distillation === undefined ? 'cross-validated' : 'on rows held out';
  return [
    `${card.outcome}: ${learnerWords[card.learner]}`,
    ...section('Data', dataLines(card)),
    ...section('Split', [distillation === undefined ? splitLine(card) : judgedLine(distillation, card)]),
    ...section('Search for settings, in each fit on its own rows', searchLines(card)),
    ...section(`Figures, ${held}, with 95 % intervals`, figureLines(performance)),
    ...section('On the held-out rows', ownFigureLines(card, ownFigureNames)),
    ...section('Calibration: what was predicted, and what happened', calibrationLines(card)),
    ...section(`Features (${card.features.length})`, featureLines(card)),
    ...section('What matters to it (95 % intervals)', cardImportanceLines(card)),
    ...section('Made of', partLines(card)),
    ...(distillation === undefined
      ? section('Candidates, on the same folds', candidateLines(card))
      : section('Beside its teacher, on the same rows', besideLines(distillation, performance))),
    ...section('Subgroups', subgroupLines(card)),
    ...section(
      'Limits',
      card.limits.map((limit) => `  ${limit}`),
    ),
    ...section('Lineage', lineageLines(card, artifact)),
  ];
}

export function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

const share = (value: number): string => `${(100 * value).toFixed(1)} %`;

/** What is there at all does not round to nothing. */
const few = (value: number): string => (value < 0.0005 ? '< 0.1 %' : share(value));

function dataLines({ data, table, horizonDays }: ModelCard): readonly string[] {
  const horizon = horizonDays === null ? '' : ` within ${count(horizonDays)} days`;
  const positive = table === undefined ? '' : ` (${table.target} is ${table.positive})`;
  const roles = table === undefined ? [] : (['id', 'group', 'time', 'weight'] as const);
  return [
    `  ${count(data.rows)} rows, ${count(data.events)} with the outcome${positive}${horizon}: ${share(data.events / data.rows)}`,
    ...data.sources.map(
      ({ file, rows, simulated }) => `  ${file}: ${count(rows)} rows${simulated ? ', simulated' : ''}`,
    ),
    ...roles.flatMap((role) => (table?.[role] ? [`  ${role}: ${table[role]}`] : [])),
    ...excludedLines(data),
  ];
}

export function excludedLines({ excluded }: ModelCard['data']): readonly string[] {
  return excluded.map(({ reason, rows }) => `  left out: ${count(rows)} rows (${reason})`);
}

const dealt: Readonly<Record<ModelCard['split']['kind'], string>> = {
  stratifiedFolds: 'folds of equal shares of the outcome',
  groupedFolds: 'folds of whole groups',
  timeFolds: 'windows of time, each held out by models of earlier rows',
  heldOut: 'part of the rows, held out',
};

export function splitLine({ split }: ModelCard): string {
  const repeats = split.repeats === 1 ? '' : `, dealt ${split.repeats} times`;
  const nested = split.nested ? '; the choice is made inside each fold' : '';
  return `  ${split.folds} ${dealt[split.kind]}${repeats}, seed ${split.seed}${nested}`;
}

function searchLines({ search, candidates, learner }: ModelCard): readonly string[] {
  if (search === undefined) return [];
  const limit = search.seconds === null ? '' : `, of at most ${count(search.seconds)} s a fit`;
  const found = candidates.find((candidate) => candidate.learner === learner)?.parameters ?? {};
  const settings = Object.entries(found).map(([name, value]) => `${name} ${number(value)}`);
  return [
    ...search.tried.map(
      (own) =>
        `  ${learnerWords[own.learner]}: ${count(own.trials)} of ${count(search.trials)} trials${limit}`,
    ),
    `  found for the final fit: ${settings.join(', ')}`,
  ];
}

function calibrationLines({ calibration }: ModelCard): readonly string[] {
  return aligned([
    ['predicted', 'observed', '95 % interval', 'rows'],
    ...calibration.bins.map((bin) => [
      share(bin.predicted),
      share(bin.observed),
      `${share(bin.lower)} to ${share(bin.upper)}`,
      count(bin.rows),
    ]),
  ]);
}

const number = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 4 });

/** A category of many levels shows the most frequent ones. */
const mostLevels = 4;

function featureLines({ features }: ModelCard): readonly string[] {
  const rows = features.map((feature) => {
    const missing = feature.missing === 0 ? '' : `${few(feature.missing)} missing`;
    if (feature.kind !== 'category') {
      const unit = feature.unit === null ? '' : ` ${feature.unit}`;
      const range = `${number(feature.low)} to ${number(feature.high)}`;
      if (feature.declared) return [feature.name, feature.kind, `declared: ${range}${unit}`];
      const known = `mean ${number(feature.mean)}${unit}, 98 % within ${range}`;
      return [feature.name, feature.kind, known, missing];
    }
    const levels = feature.levels
      .toSorted((one, other) => other.share - one.share)
      .slice(0, mostLevels)
      .map(({ name, share: part }) => (feature.declared ? name : `${name} ${share(part)}`));
    const more = feature.levels.length > mostLevels ? `, and ${feature.levels.length - mostLevels} more` : '';
    return [feature.name, feature.kind, `${levels.join(', ')}${more}`, missing];
  });
  return aligned(rows);
}

export function calibrationLine({ slope, intercept, curve }: ModelCard['calibration']): string {
  if (curve === undefined) return `calibrated log-odds = ${number(intercept)} + ${number(slope)} × log-odds`;
  if (curve.kind === 'isotonic')
    return `calibrated by a rising curve through ${count(curve.from.length)} points`;
  return `calibrated log-odds = ${number(intercept)} + ${number(curve.a)} × log p − ${number(curve.b)} × log(1 − p)`;
}

const seen = {
  yes: 'it has seen the rows that judge it: its figures are too good',
  no: 'it was trained on another file than the one that judges it',
  unknown:
    'what it was trained on is not known: if it has seen the rows that judge it, its figures are too good',
};

/** Of a winner that was not trained here. */
function importedLines({ imported }: ModelCard): readonly string[] {
  if (imported === undefined) return [];
  const { file, producer, hasSeenRows } = imported;
  const known = hasSeenRows === null ? seen.unknown : hasSeenRows ? seen.yes : seen.no;
  return [
    `  ${file}${producer === '' ? '' : `, written by ${producer}`}: not trained here, only calibrated`,
    `  ${known}`,
  ];
}

function partLines(card: ModelCard): readonly string[] {
  const { parts, calibration, interval, privacy, distillation } = card;
  return [
    ...parts.map(({ learner, weight }) => `  ${learnerWords[learner]}, weight ${number(weight)}`),
    ...importedLines(card),
    `  ${calibrationLine(calibration)}`,
    interval === null
      ? '  gives no interval'
      : `  gives a 95 % interval, from ${interval.replicates} refits on resampled rows`,
    ...privacyLines(privacy),
    ...(distillation === undefined ? [] : teacherLines(distillation)),
  ];
}

const reasons: Readonly<Record<ModelCard['why'], string>> = {
  onlyOne: 'the only one asked for',
  betterAuroc: 'chosen: no simpler one has an AUROC within one standard error of the best',
  notDistinguishableSimpler: 'chosen: the simplest of those that cannot be told from the best',
  betterAveragePrecision:
    'chosen: no simpler one has an average precision within one standard error of the best',
  averagePrecisionAlikeSimpler:
    'chosen: the simplest of those whose average precision cannot be told from the best',
};

export function candidateLines(card: ModelCard): readonly string[] {
  return aligned([
    ['', 'AUROC', 'Brier', 'slope', 'seconds', ''],
    ...card.candidates.map((candidate) => [
      candidateName(candidate),
      figure(candidate.performance.auroc, 3),
      candidate.performance.brier.value.toFixed(4),
      candidate.performance.calibrationSlope.value.toFixed(2),
      candidate.seconds.toFixed(1),
      candidate.comparedOnly
        ? 'compared only: it cannot serve'
        : isChosen(candidate, card)
          ? `← ${reasons[card.why]}`
          : '',
    ]),
  ]);
}

const smallCellWords = {
  tooFewRows: 'too few rows to judge',
  tooFewEvents: 'too few events to judge',
  tooFewOthers: 'too few without the outcome to judge',
} as const;

function subgroupLines({ subgroups }: ModelCard): readonly string[] {
  return aligned(
    subgroups.map(({ group, level, rows, events, auroc, smallCell }) => [
      `${group} ${level}`,
      `${count(rows)} rows, ${count(events)} events`,
      auroc === null ? smallCellWords[smallCell ?? 'tooFewRows'] : `AUROC ${figure(auroc, 3)}`,
    ]),
  );
}

function lineageLines({ createdAt, seconds, data, software, files }: ModelCard, artifact: string) {
  return [
    `  trained ${createdAt} in ${seconds.toFixed(1)} s`,
    `  ${Object.entries(software)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    ...aligned([
      ['artifact', artifact],
      ...(data.cohortSha256 === '' ? [] : [['rows', data.cohortSha256]]),
      ...data.sources.map(({ file, sha256 }) => [file, sha256]),
      ...files.map(({ name, sha256 }) => [name, sha256]),
    ]),
  ];
}

/** How well an imported model does is not known here: its card says what it takes and where it comes from. */
export function importedCardLines(card: ImportedCard, artifact: string): readonly string[] {
  const { target, source, createdAt, files } = card;
  return [
    `${card.outcome}: ${learnerWords.imported}`,
    ...section('Data', [
      '  not known; "praxis evaluate" says how well it does on a file of yours',
      ...(target === null ? [] : [`  the outcome is there where ${target.column} is ${target.positive}`]),
    ]),
    ...section(
      `Features (${card.features.length})`,
      aligned(
        card.features.map((feature) => [
          feature.name,
          feature.kind,
          feature.kind === 'category' ? feature.levels.join(', ') : (feature.unit ?? ''),
        ]),
      ),
    ),
    ...section('Made of', [
      `  ${source.file}${source.producer === '' ? '' : `, written by ${source.producer}`}`,
      '  gives no interval; contributions are sampled by "praxis explain"',
    ]),
    ...section('Lineage', [
      `  imported ${createdAt}`,
      ...aligned([
        ['artifact', artifact],
        [source.file, source.sha256],
        ...files.map(({ name, sha256 }) => [name, sha256]),
      ]),
    ]),
  ];
}
