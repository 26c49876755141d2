/** `praxis card`: the model card, readable on a terminal, as a report for a paper, or as the chain from data to figures. */
import { type ImportedArtifact, readArtifactFolder, readImportedFolder } from '@praxis/core';
import { z } from 'zod';
import { type FoundSources, findSources, importedSources, sourcesOf } from '../artifact/sources.ts';
import type { Given } from '../command-list.ts';
import { FaultError } from '../fault.ts';
import { flag, parseOptions, required } from '../options.ts';
import { cardLines, importedCardLines } from '../report/card-lines.ts';
import {
  importedLineageJson,
  importedLineageLines,
  lineageJson,
  lineageLines,
} from '../report/lineage-lines.ts';
import { reportJson, reportText } from '../report/tripod-report.ts';

const languages = ['en', 'zh'] as const;

const schema = z
  .object({
    report: flag,
    language: z.enum(languages, { error: `is none of ${languages.join(', ')}` }).optional(),
    lineage: flag,
    data: z.array(required).default([]),
    json: flag,
  })
  .refine(({ report, language }) => report || language === undefined, {
    path: ['language'],
    error: 'goes with --report',
  })
  .refine(({ report, lineage }) => !(report && lineage), {
    path: ['lineage'],
    error: 'does not go with --report',
  });
type Options = z.output<typeof schema>;

/**
 * Every byte of the artifact is checked before anything is said of it, and so is every file of `--data`.
 *
 * @throws ArtifactError where the folder holds no artifact, or not as it was written; FaultError
 */
export async function card(given: Given): Promise<number> {
  const options = parseOptions(schema, given);
  const [folder = ''] = given.words;
  const imported = await readImportedFolder(folder);
  if (imported !== null) return importedCard(folder, imported, options);
  const artifact = await readArtifactFolder(folder);
  const { card: found, hash } = artifact;
  const sources = await findSources(options.data, sourcesOf(found));
  const { report, lineage, language = 'en' } = options;
  if (report) {
    say(
      options,
      () => reportJson(found, hash, language),
      () => [reportText(found, hash, language).trimEnd()],
    );
  } else if (lineage) {
    say(
      options,
      () => lineageJson(artifact, sources),
      () => lineageLines(artifact, sources),
    );
  } else {
    tellSources(sources);
    const names = await ownFigureNames(found.vertical);
    say(
      options,
      () => ({ artifact: hash, ...found }),
      () => cardLines(found, hash, names),
    );
  }
  return 0;
}

/** The words of a vertical that counts figures of its own. */
async function ownFigureNames(vertical: string): Promise<Readonly<Record<string, string>>> {
  const { fraud } = await import('@praxis/fraud');
  const words = vertical === fraud.id ? fraud.words.en.figures : {};
  return typeof words === 'string' ? {} : z.record(z.string(), z.string()).catch({}).parse(words);
}

async function importedCard(folder: string, artifact: ImportedArtifact, options: Options): Promise<number> {
  const { card: own, hash } = artifact;
  if (options.report) throw noRun(folder);
  const sources = await findSources(options.data, importedSources(own));
  if (options.lineage) {
    say(
      options,
      () => importedLineageJson(artifact, sources),
      () => importedLineageLines(artifact, sources),
    );
  } else {
    tellSources(sources);
    say(
      options,
      () => ({ artifact: hash, ...own }),
      () => importedCardLines(own, hash),
    );
  }
  return 0;
}

function say({ json }: Options, object: () => object, lines: () => readonly string[]): void {
  console.log(json ? JSON.stringify(object()) : lines().join('\n'));
}

/** Beside the card, which is what standard output is for. */
function tellSources(sources: FoundSources): void {
  for (const file of sources.values()) console.error(`✓ ${file} is a file that the model was made from.`);
}

function noRun(folder: string): FaultError {
  return new FaultError({
    code: 'noRun',
    message: `${folder} is an imported model: no run of it is known that could be reported.`,
    mend: 'Let it compete, and report that run: praxis train --with DIR',
  });
}
