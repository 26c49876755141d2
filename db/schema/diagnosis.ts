/** The diagnosis cohort and its scores. Days count from a person's index date; negative days lie before it. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { models } from './model.ts';

export const outcomes = ['diabetes', 'hypertension', 'cardiovascular'] as const;
export const observationTests = ['hdl', 'sbp', 'smoke', 'fib4'] as const;
export const diagnosisCodes = [
  'nafld',
  'hypertension',
  'diabetes',
  'dyslipidemia',
  'myocardialInfarction',
  'angina',
  'heartFailure',
  'stroke',
  'atrialFibrillation',
  'cardiacArrest',
] as const;
export const riskBands = ['low', 'moderate', 'high', 'veryHigh'] as const;
export const abstentionReasons = ['unlikeTraining', 'noOutcome', 'nothingMeasured', 'outsideRange'] as const;

/** As a list of SQL literals; the words are constants of this file. */
const literals = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '));

export const people = pgTable(
  'people',
  {
    id: integer().primaryKey(),
    ageYears: doublePrecision('age_years').notNull(),
    male: boolean().notNull(),
    weightKg: doublePrecision('weight_kg'),
    heightCm: doublePrecision('height_cm'),
    bmi: doublePrecision(),
    /** Of the matched case, null where the source has no match. No reference: it names cases it does not contain. */
    caseId: integer('case_id'),
    followUpDays: integer('follow_up_days').notNull(),
    died: boolean().notNull(),
  },
  (table) => [
    check('people_age_possible', sql`${table.ageYears} between 0 and 130`),
    check('people_follow_up_possible', sql`${table.followUpDays} >= 0`),
  ],
);

const personId = () =>
  integer('person_id')
    .notNull()
    .references(() => people.id);

/** `ordinal` keeps the order of a person's rows in the source, which may hold equal ones. */
export const observations = pgTable(
  'observations',
  {
    personId: personId(),
    ordinal: smallint().notNull(),
    day: integer().notNull(),
    test: text({ enum: observationTests }).notNull(),
    value: doublePrecision(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.ordinal] }),
    check('observations_test_known', sql`${table.test} in (${literals(observationTests)})`),
  ],
);

export const diagnoses = pgTable(
  'diagnoses',
  {
    personId: personId(),
    ordinal: smallint().notNull(),
    day: integer().notNull(),
    code: text({ enum: diagnosisCodes }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.ordinal] }),
    check('diagnoses_code_known', sql`${table.code} in (${literals(diagnosisCodes)})`),
    /** For the worklist's search by what was known at day 0. */
    index('diagnoses_known').on(table.code, table.personId).where(sql`${table.day} <= 0`),
  ],
);

/** What was imported, from where; `skipped` counts rows by the reason they were left out. */
export const cohortSources = pgTable(
  'cohort_sources',
  {
    file: text().primaryKey(),
    sha256: text().notNull(),
    rows: integer().notNull(),
    skipped: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    importedAt: timestamp('imported_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [check('cohort_sources_hash', sql`${table.sha256} ~ '^[0-9a-f]{64}$'`)],
);

/**
 * Scores of each person by outcome and model: the champion's, which pages show, the one's before it and its
 * challengers'. Whoever already has the outcome has no probability.
 */
export const risks = pgTable(
  'risks',
  {
    outcome: text({ enum: outcomes }).notNull(),
    personId: integer('person_id').notNull(),
    artifact: text()
      .notNull()
      .references(() => models.artifact),
    status: text({ enum: ['risk', 'alreadyHas'] }).notNull(),
    probability: doublePrecision(),
    lower: doublePrecision(),
    upper: doublePrecision(),
    band: text({ enum: riskBands }),
    fold: smallint(),
    /** Of whom a fold held out: whether the outcome came within the horizon. For comparing models, never shown. */
    event: boolean(),
    raisedBy: text('raised_by').array(),
    /** False where the model should not give this score; rows from before there was a reason say no more. */
    trusted: boolean().notNull().default(true),
    /** Why it should not. */
    abstains: text({ enum: abstentionReasons }),
    /** Features that make the person unlike those that the model learned from, the most first. */
    unusual: text().array(),
  },
  (table) => [
    primaryKey({ columns: [table.outcome, table.artifact, table.personId] }),
    /** The worklist's order: who is at highest risk comes first. */
    index('risks_ranked').on(
      table.outcome,
      table.artifact,
      table.probability.desc().nullsLast(),
      table.status,
      table.personId,
    ),
    foreignKey({ columns: [table.personId], foreignColumns: [people.id] }),
    check('risks_outcome_known', sql`${table.outcome} in (${literals(outcomes)})`),
    check('risks_abstains_known', sql`${table.abstains} in (${literals(abstentionReasons)})`),
    check('risks_abstains_untrusted', sql`${table.abstains} is null or not ${table.trusted}`),
    check('risks_band_known', sql`${table.band} in (${literals(riskBands)})`),
    check(
      'risks_probability_possible',
      sql`${table.probability} between 0 and 1 and ${table.lower} between 0 and ${table.upper} and ${table.upper} <= 1`,
    ),
    check(
      'risks_scored_or_not',
      sql`case ${table.status}
        when 'risk' then num_nulls(${table.probability}, ${table.lower}, ${table.upper}, ${table.band}, ${table.raisedBy}) = 0
        when 'alreadyHas' then num_nonnulls(${table.probability}, ${table.lower}, ${table.upper}, ${table.band}, ${table.raisedBy}, ${table.fold}) = 0
        else false end`,
    ),
  ],
);
