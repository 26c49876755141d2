/** Reads the cohort's three files into typed records, checks them against each other and counts what it leaves out. */
import { basename } from 'node:path';
import { type CsvTable, readCsv } from '@praxis/core';
import type { z } from 'zod';
import { CohortFailure, type CohortFailureCode } from './failure.ts';
import { cohortPaths } from './paths.ts';
import type { CohortFiles, Diagnosis, Observation, Person, SourceFile } from './records.ts';
import { eventRow, observationRow, personRow } from './rows.ts';

/** Systolic pressures outside these cannot be measured in a living adult (mmHg). */
const possibleSbp = { minimum: 50, maximum: 300 } as const;

/** Tests of the source that repeat another test value for value, and the reason under which they are counted. */
const copies = {
  chol: { of: 'hdl', reason: 'cholCopiesHdl' },
  dbp: { of: 'sbp', reason: 'dbpCopiesSbp' },
} as const;

/**
 * The cohort as typed records, in the order of the files.
 *
 * @param folder where nafld-people, nafld-observations and nafld-events (.csv.gz) lie; the product's own by default
 * @throws CohortFailure with file, row, field and how to mend it
 */
export async function readCohortFiles(folder?: string): Promise<CohortFiles> {
  const { people: peopleFile, observations: observationsFile, events: eventsFile } = cohortPaths(folder);

  const peopleTable = await table(peopleFile, personRow);
  if (peopleTable.rows.length === 0) {
    const what = `${peopleFile} has a header, but line 2 with the first person is missing.`;
    throw new CohortFailure({ code: 'fileEmpty', file: peopleFile, row: 2, field: null, what });
  }
  const people = toPeople(peopleFile, peopleTable.rows);
  const known = new Set(people.map((person) => person.id));

  const observationsTable = await table(observationsFile, observationRow);
  checkKnown(observationsFile, observationsTable.rows, known);
  const { observations, skipped } = toObservations(observationsFile, observationsTable.rows);

  const eventsTable = await table(eventsFile, eventRow);
  checkKnown(eventsFile, eventsTable.rows, known);
  const diagnoses = eventsTable.rows.map(
    ({ id, days, event }): Diagnosis => ({ personId: id, day: days, code: event }),
  );

  return {
    people,
    observations,
    diagnoses,
    sources: [
      source(peopleFile, peopleTable, {}),
      source(observationsFile, observationsTable, skipped),
      source(eventsFile, eventsTable, {}),
    ],
  };
}

async function table<Shape extends z.ZodRawShape>(file: string, row: z.ZodObject<Shape>) {
  const read = await readCsv(file, row);
  if (read.ok) return read.value;
  const { code, line, field, message } = read.error;
  throw new CohortFailure({ code, file, row: line ?? null, field: field ?? null, what: message });
}

function source(file: string, read: CsvTable<unknown>, skipped: SourceFile['skipped']): SourceFile {
  return { file: basename(file), sha256: read.sha256, rows: read.rows.length, skipped };
}

function toPeople(file: string, rows: readonly z.output<typeof personRow>[]): Person[] {
  const lineOf = new Map<number, number>();
  return rows.map((row, index) => {
    const first = lineOf.get(row.id);
    if (first !== undefined) {
      fail('personRepeated', file, index, 'id', `person ${row.id} already stands in line ${first}`);
    }
    lineOf.set(row.id, index + 2);
    return {
      id: row.id,
      ageYears: row.age,
      male: row.male,
      weightKg: row.weight,
      heightCm: row.height,
      bmi: row.bmi,
      caseId: row['case.id'],
      followUpDays: row.futime,
      died: row.status,
    };
  });
}

function toObservations(file: string, rows: readonly z.output<typeof observationRow>[]) {
  const originals = countOriginals(rows);
  const skipped = { cholCopiesHdl: 0, dbpCopiesSbp: 0, sbpImpossible: 0 };
  const observations: Observation[] = [];
  for (const [index, row] of rows.entries()) {
    const { id: personId, days: day, test, value } = row;
    if (test === 'chol' || test === 'dbp') {
      const copy = copies[test];
      const key = place(personId, day, copy.of, value);
      const left = originals.get(key) ?? 0;
      if (left === 0) {
        fail('notACopy', file, index, 'value', `${test} ${value} repeats no ${copy.of} value of that day`);
      }
      originals.set(key, left - 1);
      skipped[copy.reason] += 1;
      continue;
    }
    if (test === 'smoke' && value !== 0 && value !== 1) {
      fail('valueImpossible', file, index, 'value', `smoke is ${value}, expected 0 or 1`);
    }
    const impossible = test === 'sbp' && (value < possibleSbp.minimum || value > possibleSbp.maximum);
    if (impossible) skipped.sbpImpossible += 1;
    observations.push({ personId, day, test, value: impossible ? null : value });
  }
  return { observations, skipped };
}

/** How often each value that may be copied stands in the file, by person, day and test. */
function countOriginals(rows: readonly z.output<typeof observationRow>[]): Map<string, number> {
  const originals = new Map<string, number>();
  for (const { id, days, test, value } of rows) {
    if (test !== copies.chol.of && test !== copies.dbp.of) continue;
    const key = place(id, days, test, value);
    originals.set(key, (originals.get(key) ?? 0) + 1);
  }
  return originals;
}

function place(personId: number, day: number, test: string, value: number): string {
  return `${personId} ${day} ${test} ${value}`;
}

function checkKnown(
  file: string,
  rows: readonly { readonly id: number }[],
  known: ReadonlySet<number>,
): void {
  for (const [index, row] of rows.entries()) {
    if (!known.has(row.id)) {
      fail('personUnknown', file, index, 'id', `person ${row.id} does not stand in nafld-people.csv.gz`);
    }
  }
}

/** `index` counts data rows from 0; the header is line 1. */
function fail(code: CohortFailureCode, file: string, index: number, field: string, what: string): never {
  const row = index + 2;
  throw new CohortFailure({
    code,
    file,
    row,
    field,
    what: `${file}, line ${row}, column "${field}": ${what}.`,
  });
}
