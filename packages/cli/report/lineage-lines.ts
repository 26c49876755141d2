/** From the files that a model was trained on to its figures: the chain, each link with its hash. */
import type { ImportedCard, ModelCard } from '@praxis/core';
import { type FoundSources, importedSources, type Source, sourcesOf } from '../artifact/sources.ts';
import { calibrationLine, candidateLines, excludedLines, section, splitLine } from './card-lines.ts';
import { besideLines, judgedLine, teacherLines } from './distillation-lines.ts';
import { figureLines, figuresJson } from './figures.ts';
import { aligned, candidateKeys, count, isChosen, learnerWords } from './words.ts';

/** An artifact that was read, which checks every file of it. */
interface Checked<Card> {
  readonly card: Card;
  readonly hash: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function lineageLines(
  { card, hash, files }: Checked<ModelCard>,
  found: FoundSources,
): readonly string[] {
  const { data, distillation, calibration, performance } = card;
  return [
    `${card.outcome}: ${learnerWords[card.learner]}`,
    ...section('1 Source files', sourceLines(sourcesOf(card), found)),
    ...section('2 Rows', [
      ...aligned([
        [
          `${count(data.rows)} rows, ${count(data.events)} with the outcome`,
          // Of a card that does not tell it.
          data.cohortSha256 === '' ? 'hash not known' : data.cohortSha256,
        ],
      ]),
      ...excludedLines(data),
    ]),
    ...section('3 Split', [distillation === undefined ? splitLine(card) : judgedLine(distillation, card)]),
    ...(distillation === undefined
      ? section('4 Candidates, on the same folds', candidateLines(card))
      : section('4 Teacher and student, on the same rows', [
          ...aligned([['artifact of the teacher', distillation.teacher.artifact]]),
          ...teacherLines(distillation),
          ...besideLines(distillation, performance),
        ])),
    ...section(`5 Fitted model, ${card.createdAt}`, [
      ...aligned(card.parts.map(({ learner, weight }) => [learnerWords[learner], `weight ${weight}`])),
      ...fileLines(card.files, files),
    ]),
    ...section('6 Calibration', [`  ${calibrationLine(calibration)}`]),
    ...section('7 Figures', figureLines(performance)),
    ...section('8 Artifact', [`  ${hash}`]),
  ];
}

/** Of a model that was not trained here the chain begins at its file. */
export function importedLineageLines(
  { card, hash, files }: Checked<ImportedCard>,
  found: FoundSources,
): readonly string[] {
  const { source, trainedOn } = card;
  return [
    `${card.outcome}: ${learnerWords.imported}`,
    ...section(
      '1 Source files',
      trainedOn === undefined
        ? ['  what it was trained on is not known']
        : sourceLines(importedSources(card), found),
    ),
    ...section('2 File as it came', aligned([[source.file, source.sha256]])),
    ...section(`3 Graph, ${card.createdAt}`, fileLines(card.files, files)),
    ...section('4 Artifact', [`  ${hash}`]),
  ];
}

function sourceLines(sources: readonly Source[], found: FoundSources): readonly string[] {
  return aligned(
    sources.map(({ file, sha256, rows }) => [
      file,
      rows === null ? '' : `${count(rows)} rows`,
      sha256,
      found.has(sha256) ? `✓ ${found.get(sha256)}` : 'not looked at: name it with --data',
    ]),
  );
}

function fileLines(listed: ModelCard['files'], files: ReadonlyMap<string, Uint8Array>): readonly string[] {
  return aligned(
    listed.map(({ name, sha256 }) => [
      name,
      `${count(files.get(name)?.byteLength ?? 0)} bytes`,
      sha256,
      '✓ as it was written',
    ]),
  );
}

const checkedSources = (sources: readonly Source[], found: FoundSources) =>
  sources.map((source) => ({ ...source, found: found.get(source.sha256) ?? null }));

const checkedFiles = (listed: ModelCard['files'], files: ReadonlyMap<string, Uint8Array>) =>
  listed.map((file) => ({ ...file, bytes: files.get(file.name)?.byteLength ?? 0 }));

/** The same chain for programs. */
export function lineageJson({ card, hash, files }: Checked<ModelCard>, found: FoundSources) {
  const { data, split, calibration, performance } = card;
  return {
    artifact: hash,
    createdAt: card.createdAt,
    sources: checkedSources(sourcesOf(card), found),
    cohort: { sha256: data.cohortSha256, rows: data.rows, events: data.events, excluded: data.excluded },
    split,
    candidates: card.candidates.map((candidate) => ({
      learner: candidateKeys[candidate.learner],
      chosen: isChosen(candidate, card),
      ...figuresJson(candidate.performance),
    })),
    why: card.why,
    model: { learner: card.learner, parts: card.parts, files: checkedFiles(card.files, files) },
    calibration: {
      method: calibration.method,
      intercept: calibration.intercept,
      slope: calibration.slope,
      curve: calibration.curve ?? null,
    },
    performance: figuresJson(performance),
    software: card.software,
  };
}

export function importedLineageJson({ card, hash, files }: Checked<ImportedCard>, found: FoundSources) {
  return {
    artifact: hash,
    createdAt: card.createdAt,
    sources: checkedSources(importedSources(card), found),
    source: card.source,
    model: { learner: card.learner, files: checkedFiles(card.files, files) },
  };
}
