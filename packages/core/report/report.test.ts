import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ModelCard } from '../registry/card.ts';
import { pima } from '../testing/pima.ts';
import { trainingRequest } from '../testing/request.ts';
import { trainClassifier } from '../train/train-classifier.ts';
import { type ReportItem, sections } from './items.ts';
import { reportMarkdown } from './markdown.ts';
import { reportOf } from './report.ts';
import { wordedReport } from './worded.ts';
import { plainNames } from './words.ts';

let models: string;
/** Of a real run: two learners, all rows of a table, two subgroups, a limit. */
let card: ModelCard;
/** The same as the first releases wrote it. */
let older: ModelCard;
/** The winner had been trained elsewhere. */
let imported: ModelCard;

const fromElsewhere = {
  artifact: 'a',
  file: 'net.onnx',
  sha256: 'b',
  producer: 'skl2onnx',
  hasSeenRows: null,
};

beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'report-'));
  const data = await pima();
  const rows = Int32Array.from(data.labels.keys());
  const run = await trainClassifier({
    ...trainingRequest(data, {
      horizonDays: null,
      sources: [{ file: 'women_a*b.csv', sha256: 'c0ffee', rows: 768 }],
      excluded: [{ reason: 'tooYoung', rows: 12 }],
      subgroups: [
        { group: 'half', level: 'first', members: rows.subarray(0, 384) },
        { group: 'half', level: 'second', members: rows.subarray(384) },
      ],
      limits: ['women'],
    }),
    models,
  });
  card = run.card;
  const { ici: _, ...performance } = card.performance;
  const { preparation: __, decisionCurve: ___, thresholds: ____, conformal: _____, ...rest } = card;
  older = { ...rest, performance, files: card.files.filter(({ name }) => name === 'model.onnx') };
  imported = { ...older, learner: 'imported', imported: fromElsewhere };
}, 60_000);
afterAll(() => rm(models, { recursive: true, force: true }));

const numbersOf = (of: ModelCard, status: ReportItem['status']) =>
  reportOf(of).flatMap((item) => (item.status === status ? [item.item] : []));

const itemOf = (of: ModelCard, number: ReportItem['item']): ReportItem | undefined =>
  reportOf(of).find(({ item }) => item === number);

test('every item of the statement is there once, in its order', () => {
  const numbers = reportOf(card).map(({ item }) => item);
  expect(numbers).toEqual(Object.values(sections).flat());
  expect(new Set(numbers).size).toBe(52);
  expect(new Set(numbers.map((number) => Number.parseInt(number, 10))).size).toBe(27);
});

test('of a real run, what the card holds is reported and the rest is left to the authors or does not apply', () => {
  expect(numbersOf(card, 'reported')).toEqual([
    ...['11', '12a', '12b', '12c', '12e', '12g', '15'],
    ...['20a', '21', '23a', '27a'],
  ]);
  expect(numbersOf(card, 'notApplicable')).toEqual(['12f', '13', '16', '20c', '23b', '24']);
  // No run knows them.
  const unknowable = ['17', '18a', '18b', '18c', '18d', '19', '25'] as const;
  for (const number of unknowable) {
    expect(itemOf(card, number)).toEqual({ item: number, status: 'authors', facts: [] });
  }
});

test('an older card reports no more than it holds', () => {
  expect(numbersOf(older, 'reported')).toEqual(['12a', '12c', '12e', '12g', '15', '20a', '21', '23a']);
  expect(itemOf(older, '11')?.facts).toContainEqual({
    key: 'excluded',
    values: { reason: 'tooYoung', rows: 12 },
  });
  // Whether rows were weighted is not known.
  expect(itemOf(older, '13')?.status).toBe('authors');
  expect(itemOf({ ...older, subgroups: [] }, '23a')?.status).toBe('authors');
  expect(itemOf({ ...older, calibration: { ...older.calibration, bins: [] } }, '21')?.status).toBe('authors');
});

test('of a model from elsewhere, its building is not reported and its recalibration is', () => {
  expect(numbersOf(imported, 'reported')).toEqual(['12a', '12e', '12f', '12g', '15', '23a', '24']);
  expect(itemOf(imported, '16')?.status).toBe('authors');
  expect(itemOf(imported, '12c')?.facts).toContainEqual({
    key: 'hasSeenRows',
    values: { hasSeenRows: null },
  });
});

test('a horizon asks for the follow-up, which the card does not hold', () => {
  expect(itemOf({ ...card, horizonDays: 1826 }, '20a')?.status).toBe('authors');
});

test('rows held out by time differ from those before them, and weighted rows may have been weighted by outcome', () => {
  const byTime: ModelCard = { ...card, split: { ...card.split, kind: 'timeFolds' } };
  expect([itemOf(byTime, '16')?.status, itemOf(byTime, '20c')?.status]).toEqual(['authors', 'authors']);
  const { preparation } = card;
  const weighted = preparation && { ...preparation, weighted: true };
  expect(itemOf({ ...card, preparation: weighted }, '13')?.status).toBe('authors');
});

/** Every number and text that stands somewhere in a value. */
function leaves(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

/** The names under which they stand. */
function keys(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, own]) => [name, ...keys(own)]);
}

test('every value of a fact stands in the card, but for counts, one ratio and the names of what they are', () => {
  const known = [...leaves(card), ...keys(card)];
  const counted = [
    'study',
    'predictors',
    'eventsPerPredictor',
    'measures',
    'calibrationGroups',
    'decisionCurve',
    'thresholds',
    'judged',
    'predictionsBy',
    'ranges',
  ];
  const facts = reportOf(card).flatMap((item) => item.facts);
  for (const { key, values } of facts.filter((one) => !counted.includes(one.key))) {
    for (const leaf of leaves(values)) expect(known, key).toContain(leaf);
  }
});

test('the rows that judged are those that were held out, and their events', () => {
  const judged = reportOf(card)
    .flatMap((item) => item.facts)
    .find(({ key }) => key === 'judged');
  expect(judged?.values).toEqual({ rows: 768, events: 268 });
});

test.each(['en', 'zh'] as const)(
  'every fact has its sentence, every open item says what is missing (%s)',
  (language) => {
    for (const one of [card, older, imported]) {
      const report = reportOf(one);
      const items = wordedReport(report, language, plainNames).sections.flatMap((section) => section.items);
      expect(items).toHaveLength(52);
      for (const [index, { lines, note, status }] of items.entries()) {
        expect(lines).toHaveLength(report[index].facts.length);
        expect(note === null).toBe(status === 'reported');
        for (const line of lines) expect(line).toMatch(/\S/);
        expect([...lines, note].join(' ')).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  },
);

test('the Markdown has every item, figures as the card has them, and names that are no markup', () => {
  const text = reportMarkdown(card, 'f00d', 'en', plainNames);
  expect(text.match(/^### /gm)).toHaveLength(52);
  expect(text).toContain('- women\\_a\\*b.csv: 768 rows, SHA-256 c0ffee');
  expect(text).toContain('768 rows: 268 with the outcome (34.9%), 500 without');
  expect(text).toContain('### 17 Ethical approval and consent (for the authors)');
  expect(text).toContain(`AUROC (discrimination): ${card.performance.auroc.value.toPrecision(4)} `);
  const chinese = reportMarkdown(card, 'f00d', 'zh', plainNames);
  expect(chinese).toContain('### 17 伦理批准与知情同意（由作者补充）');
});
