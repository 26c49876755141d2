/**
 * `npm run bench:wording`: trains the product's language model, lets it reword 5,000 problems and counts how many rewordings
 * the gate accepts, how many of those are new, and how many changed the meaning by a reading of the bench's own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openWriter } from '../packages/core/language/index.ts';
import {
  drawSlots,
  type Problem,
  reword,
  situations,
  storyLanguages,
  tellingsOf,
  trainWording,
  type Worded,
} from '../packages/domains/practice/index.ts';
import { plantedIn } from './wording/planted.ts';
import { reExtract } from './wording/re-extract.ts';

const { values } = parseArgs({
  options: {
    problems: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: '2' },
    /** A model that is there already: a folder, or a name on the hub. */
    model: { type: 'string' },
    /** Where to leave the trained model. */
    keep: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const say = (line: string) => (values.json ? console.error(line) : console.log(line));
const seed = Number(values.seed);
const threads = Number(values.threads);
const batch = 32;

const own = values.model === undefined ? await mkdtemp(path.join(os.tmpdir(), 'praxis-wording-')) : null;
const folder = values.model ?? values.keep ?? path.join(own ?? '', 'model');
const trainSeconds = values.model === undefined ? await train(folder) : null;

const worker = createRequire(import.meta.url).resolve('@praxis/core/language-worker');
const writer = openWriter(folder, worker, threads);
/** Training draws from negative seeds alone (`pipeline/wording/corpus.ts`). */
const problems: readonly Problem[] = Array.from({ length: Number(values.problems) }, (_, index) => {
  const situation = situations[index % situations.length];
  const language = storyLanguages[Math.floor(index / situations.length) % storyLanguages.length];
  if (situation === undefined || language === undefined) throw new Error('there are no situations');
  const problemSeed = seed * 1_000_000 + index;
  return { situation, slots: drawSlots(situation, problemSeed), language, seed: problemSeed };
});

const started = performance.now();
const worded: Worded[] = [];
for (let start = 0; start < problems.length; start += batch) {
  worded.push(...(await reword(problems.slice(start, start + batch), writer, seed + start)));
  if (start % (batch * 32) === 0) say(`${worded.length} of ${problems.length} worded`);
}
const wordingSeconds = (performance.now() - started) / 1000;
await writer.close();
if (own !== null) await rm(own, { recursive: true, force: true });

const [all, byLanguage] = [
  count(() => true),
  storyLanguages.map((language) => [language, count((problem) => problem.language === language)] as const),
];
const report = {
  problems: problems.length,
  ...all,
  languages: Object.fromEntries(byLanguage),
  situations: Object.fromEntries(
    situations.map(({ id }) => [id, count(({ situation }) => situation.id === id).acceptedShare]),
  ),
  planted: plantedFound(),
  trainSeconds,
  millisecondsEach: (1000 * wordingSeconds) / problems.length,
};
if (values.json) console.log(JSON.stringify(report));
else console.log(JSON.stringify(report, null, 2));
for (const example of changedExamples().slice(0, 10)) say(example);
// Zero is what the product promises; a re-extraction that misses planted changes proves nothing.
if (report.changedMeanings > 0 || report.planted.found < report.planted.all) process.exitCode = 1;

async function train(into: string): Promise<number> {
  const begun = performance.now();
  await trainWording({
    folder: into,
    seed,
    threads,
    signal: new AbortController().signal,
    onProgress: ({ share, loss }) => {
      if (Math.round(share * 1000) % 100 < 4)
        say(`trained ${Math.round(share * 100)} %, loss ${loss.toFixed(3)}`);
    },
  });
  return (performance.now() - begun) / 1000;
}

/** Shares over the problems that are asked for. */
function count(which: (problem: Problem) => boolean) {
  let [asked, accepted, fresh, changed] = [0, 0, 0, 0];
  for (const [index, problem] of problems.entries()) {
    const word = worded[index];
    if (word === undefined || !which(problem)) continue;
    asked++;
    if (word.by === 'grammar') continue;
    accepted++;
    if (!tellingsOf(problem.situation, problem.slots, problem.language).test(word.text)) fresh++;
    if (faultsOf(problem, word).length > 0) changed++;
  }
  return {
    accepted,
    acceptedShare: accepted / asked,
    /** Of the accepted ones, those that the grammar cannot tell. */
    novelty: fresh / accepted,
    changedMeanings: changed,
  };
}

function faultsOf({ situation, slots, language }: Problem, { text }: Worded): readonly string[] {
  return reExtract(situation, slots, language, text).faults;
}

function changedExamples(): readonly string[] {
  return problems.flatMap((problem, index) => {
    const word = worded[index];
    if (word === undefined || word.by === 'grammar') return [];
    const faults = faultsOf(problem, word);
    return faults.length === 0 ? [] : [`${problem.situation.id}: ${word.text} (${faults.join('; ')})`];
  });
}

/** How many meanings changed on purpose, in the grammar's texts of the first thousand problems, the re-extraction finds. */
function plantedFound() {
  let [all, found] = [0, 0];
  for (const [index, problem] of problems.slice(0, 1000).entries()) {
    const word = worded[index];
    if (word === undefined) continue;
    const { situation, slots, language } = problem;
    for (const { text } of plantedIn(situation, slots, language, word.told.text)) {
      all++;
      if (reExtract(situation, slots, language, text).faults.length > 0) found++;
    }
  }
  return { all, found };
}
