/** `praxis card`: the model card, readable on a terminal, as a report for a paper, or as the chain from data to figures. */
import { readArtifactFolder, readImportedFolder } from '@praxis/core';
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { FaultError } from '../fault.ts';
import { flag, parseOptions } from '../options.ts';
import { cardLines, importedCardLines } from '../report/card-lines.ts';
import { reportJson, reportText } from '../report/tripod-report.ts';

const languages = ['en', 'zh'] as const;

const schema = z
  .object({
    report: flag,
    language: z.enum(languages, { error: `is none of ${languages.join(', ')}` }).optional(),
    json: flag,
  })
  .refine(({ report, language }) => report || language === undefined, {
    path: ['language'],
    error: 'goes with --report',
  });

/** @throws ArtifactError where the folder holds no artifact, or not as it was written; FaultError */
export async function card(given: Given): Promise<number> {
  const { json, report, language = 'en' } = parseOptions(schema, given);
  const [folder = ''] = given.words;
  const imported = await readImportedFolder(folder);
  if (imported !== null) {
    if (report) throw noRun(folder);
    const { card: own, hash } = imported;
    console.log(json ? JSON.stringify({ artifact: hash, ...own }) : importedCardLines(own, hash).join('\n'));
    return 0;
  }
  const { card: found, hash: artifact } = await readArtifactFolder(folder);
  if (report) {
    console.log(
      json ? reportJson(found, artifact, language) : reportText(found, artifact, language).trimEnd(),
    );
    return 0;
  }
  console.log(json ? JSON.stringify({ artifact, ...found }) : cardLines(found, artifact).join('\n'));
  return 0;
}

function noRun(folder: string): FaultError {
  return new FaultError({
    code: 'noRun',
    message: `${folder} is an imported model: no run of it is known that could be reported.`,
    mend: 'Let it compete, and report that run: praxis train --with DIR',
  });
}
