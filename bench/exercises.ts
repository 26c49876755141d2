/**
 * `npm run bench:exercises`: makes and verifies exercises of every template, reads their keys back from what is
 * printed, and counts how often one comes back.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  generate,
  keyReadsBack,
  skills,
  templatesOf,
  verifiedExercise,
} from '../packages/domains/practice/index.ts';

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    stream: { type: 'string', default: '60' },
    template: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const count = z.coerce.number().int().positive();
const seeds = count.parse(options.seeds);
const streamLength = count.parse(options.stream);

interface Row {
  readonly template: string;
  readonly made: number;
  /** Drafts that the checks refused, so nobody sees them. */
  readonly refused: number;
  /** Keys that are denied by what is printed. */
  readonly wrong: number;
  readonly unread: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const rows: Row[] = [];
const all: number[] = [];
for (const { id } of skills) {
  for (const template of templatesOf(id)) {
    if (!template.id.includes(options.template)) continue;
    const counts = { made: 0, refused: 0, wrong: 0, unread: 0 };
    const times: number[] = [];
    for (let seed = 0; seed < seeds; seed++) {
      const began = performance.now();
      const result = verifiedExercise(template, seed, 'en');
      times.push(performance.now() - began);
      if ('code' in result) {
        counts.refused++;
        console.error(`${result.place}: ${result.message}`);
        continue;
      }
      counts.made++;
      // Points that differ with the seed, none of them of the certificate.
      let point = seed + 0.137;
      const reads = keyReadsBack(result, () => {
        point = (point * 7.31 + 0.273) % 1;
        return point;
      });
      if (reads === null) counts.unread++;
      if (reads === false) {
        counts.wrong++;
        console.error(`${result.id}: ${result.prompt} is not ${result.answer.ascii}`);
      }
    }
    all.push(...times);
    times.sort((a, b) => a - b);
    const row = {
      template: template.id,
      ...counts,
      medianMs: quantile(times, 0.5),
      p95Ms: quantile(times, 0.95),
    };
    rows.push(row);
    if (!options.json) {
      console.log(
        `${row.template.padEnd(40)} ${row.made} made, ${row.refused} refused, ${row.wrong} wrong, ${row.unread} unread, median ${row.medianMs.toFixed(1)} ms, 95 % ${row.p95Ms.toFixed(1)} ms`,
      );
    }
  }
}

/** What a learner gets who stays with a skill: how many come back within 50, and how many are as hard as asked. */
let streamed = 0;
let repeats = 0;
let asAsked = 0;
for (const { id } of skills) {
  if (options.template !== '' || templatesOf(id).length === 0) continue;
  const recent: string[] = [];
  let made = 0;
  for (const result of generate({ skill: id, success: 0.7, ability: 0, seed: 1, language: 'en' })) {
    if ('code' in result) throw new Error(result.message);
    const form = result.canonical;
    streamed++;
    if (recent.includes(form)) repeats++;
    if (result.asAsked) asAsked++;
    recent.push(form);
    if (recent.length > 50) recent.shift();
    if (++made === streamLength) break;
  }
}

all.sort((a, b) => a - b);
const total = (take: (row: Row) => number) => rows.reduce((sum, row) => sum + take(row), 0);
const summary = {
  templates: rows.length,
  seeds,
  made: total((row) => row.made),
  refused: total((row) => row.refused),
  wrong: total((row) => row.wrong),
  unread: total((row) => row.unread),
  medianMs: quantile(all, 0.5),
  p95Ms: quantile(all, 0.95),
  streamed,
  repeatedWithin50: streamed === 0 ? 0 : repeats / streamed,
  asHardAsAsked: streamed === 0 ? 0 : asAsked / streamed,
  peakMb: process.resourceUsage().maxRSS / 1024,
};
console.log(options.json ? JSON.stringify({ summary, rows }) : JSON.stringify(summary, null, 2));
if (summary.wrong > 0) process.exitCode = 1;
