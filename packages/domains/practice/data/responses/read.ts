/** Reads a file of learners' responses, plain or gzip, or says what is wrong with it and where. */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { explainFile, type Result } from '@praxis/core';
import { z } from 'zod';
import { type Attempt, attemptsOf, type ResponseRow } from './attempts.ts';
import type { ResponsesError } from './errors.ts';
import { fieldsOf, type Layout, type LineName, layoutLines, layoutOf } from './layout.ts';

/** Attempts of one learner, in the order in which they were made. */
export interface Learner {
  readonly attempts: readonly Attempt[];
}

export interface Responses {
  readonly file: string;
  readonly layout: Layout;
  readonly learners: readonly Learner[];
  readonly attempts: number;
  /** Rows that were further skills of the attempt before them. */
  readonly removedRows: number;
}

const unzip = promisify(gunzip);
const filled = z.string().regex(/^\S+$/, { error: 'something between the commas' });
const answer = z.enum(['0', '1'], { error: '0 or 1' });
const length = z.string().regex(/^\d+$/, { error: 'how many responses follow, a whole number' });
const lineSchemas: Readonly<Record<LineName, z.ZodArray<z.ZodType<string>>>> = {
  ids: z.array(z.string()),
  count: z.array(length).length(1, { error: 'how many responses follow, one number' }),
  problems: z.array(filled),
  skills: z.array(filled),
  answers: z.array(answer),
};

/** The whole file is held in memory; the first thing that is wrong refuses it. */
export async function readResponses(file: string): Promise<Result<Responses, ResponsesError>> {
  let text: string;
  try {
    const bytes = await readFile(file);
    text = (file.endsWith('.gz') ? await unzip(bytes) : bytes).toString('utf8');
  } catch (cause) {
    return { ok: false, error: { file, ...explainFile(file, cause) } };
  }
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  if (lines.length === 1 && lines[0] === '') {
    return { ok: false, error: { code: 'fileEmpty', file, message: `${file} has no responses.` } };
  }
  return parse(file, lines);
}

function parse(file: string, lines: readonly string[]): Result<Responses, ResponsesError> {
  const layout = layoutOf(lines);
  const size = layoutLines[layout].length;
  const learners: Learner[] = [];
  let [rowCount, attempts] = [0, 0];
  for (let start = 0; start + size <= lines.length; start += size) {
    const rows = learnerRows(file, layout, start, lines.slice(start, start + size));
    if (!rows.ok) return rows;
    const learner = { attempts: attemptsOf(rows.value) };
    rowCount += rows.value.length;
    attempts += learner.attempts.length;
    learners.push(learner);
  }
  const left = lines.length % size;
  if (left > 0) return { ok: false, error: incomplete(file, layout, lines.length, left) };
  return { ok: true, value: { file, layout, learners, attempts, removedRows: rowCount - attempts } };
}

/** @param start lines of the file before the learner's */
function learnerRows(
  file: string,
  layout: Layout,
  start: number,
  lines: readonly string[],
): Result<readonly ResponseRow[], ResponsesError> {
  const fields: Partial<Record<LineName, readonly string[]>> = {};
  for (const [index, name] of layoutLines[layout].entries()) {
    const line = start + index + 1;
    const found = fieldsOf(lines[index] ?? '');
    const parsed = lineSchemas[name].safeParse(found);
    if (!parsed.success) return { ok: false, error: fieldInvalid(file, line, name, found, parsed.error) };
    fields[name] = parsed.data;
  }
  const { count, problems, skills = [], answers = [] } = fields;
  const wanted = skills.length;
  const lengths = {
    count: Number(count?.[0] ?? wanted),
    problems: problems?.length ?? wanted,
    answers: answers.length,
  };
  if (Object.values(lengths).some((given) => given !== wanted)) {
    return { ok: false, error: lengthsDiffer(file, layout, start, { ...lengths, skills: wanted }) };
  }
  const rows = skills.map((skill, row) => ({
    problem: problems?.[row] ?? null,
    skill,
    right: answers[row] === '1',
  }));
  return { ok: true, value: rows };
}

function incomplete(file: string, layout: Layout, lines: number, left: number): ResponsesError {
  const names = layoutLines[layout];
  const line = lines - left + 1;
  const message =
    `${file} has ${lines} lines, but each learner takes ${names.length} (${names.join(', ')}): ` +
    `the last learner, from line ${line} on, lacks ${names.slice(left).join(' and ')}.`;
  return { code: 'linesIncomplete', file, line, message };
}

function fieldInvalid(
  file: string,
  line: number,
  name: LineName,
  found: readonly string[],
  error: z.ZodError,
): ResponsesError {
  const issue = error.issues[0];
  const index = Number(issue?.path[0] ?? 0);
  const field = index + 1;
  const text = (found[index] ?? '').slice(0, 40);
  const message = `${file}, line ${line} (${name}), field ${field}: found "${text}", expected ${issue?.message}.`;
  return { code: 'fieldInvalid', file, line, field, message };
}

function lengthsDiffer(
  file: string,
  layout: Layout,
  start: number,
  lengths: Readonly<Record<Exclude<LineName, 'ids'>, number>>,
): ResponsesError {
  const names = layoutLines[layout].flatMap((name) => (name === 'ids' ? [] : [name]));
  const told = names.map((name) =>
    name === 'count' ? `count says ${lengths.count}` : `${name} are ${lengths[name]}`,
  );
  const message = `${file}, the learner from line ${start + 1} on: ${told.join(', ')}; they must be as many.`;
  return { code: 'lengthsDiffer', file, line: start + 1, message };
}
