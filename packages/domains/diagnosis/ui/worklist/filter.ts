/** The worklist's filter as it stands in the address, and back. */
import { z } from 'zod';
import { outcomes } from '../../data/records.ts';
import { riskBands } from '../../service/bands.ts';
import type { WorklistQuery } from '../../service/store.ts';

export const pageSize = 50;

/** An empty field of a form is as good as none; what cannot be read is left out rather than refused. */
const optional = <T>(schema: z.ZodType<T>) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional().catch(undefined));

const age = z.coerce.number().int().min(0).max(150);

const address = z.object({
  outcome: z.enum(outcomes).catch('diabetes'),
  sort: z.enum(['risk', 'age', 'id']).catch('risk'),
  direction: z.enum(['ascending', 'descending']).catch('descending'),
  band: optional(z.enum([...riskBands, 'alreadyHas'])),
  from: optional(age),
  to: optional(age),
  sex: optional(z.enum(['female', 'male'])),
  text: z.string().trim().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type WorklistFilter = z.infer<typeof address>;

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads search parameters; of a repeated one the first counts. Ages the wrong way round are swapped. */
export function parseFilter(parameters: Parameters): WorklistFilter {
  const first = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === 'string' ? value : value?.[0]]),
  );
  const filter = address.parse(first);
  const { from, to } = filter;
  return from !== undefined && to !== undefined && from > to ? { ...filter, from: to, to: from } : filter;
}

const defaults = parseFilter({});

/** The search parameters of a filter with some of it changed; defaults are left out, a change goes to page 1. */
export function filterSearch(filter: WorklistFilter, change: Partial<WorklistFilter> = {}): string {
  const next = { ...filter, page: 1, ...change };
  const search = new URLSearchParams();
  for (const name of address.keyof().options) {
    const value = next[name];
    if (value !== undefined && value !== '' && value !== defaults[name]) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** What the search text asks for, once understood. */
export interface SearchTarget {
  readonly personId?: number;
  readonly diagnosed?: readonly string[];
}

/** The query for the store: one page of the filter, or up to `rows` of it from page `page`. */
export function worklistQuery(
  filter: WorklistFilter,
  target: SearchTarget,
  page = filter.page,
  rows = pageSize,
): WorklistQuery {
  return {
    outcome: filter.outcome,
    sort: filter.sort,
    direction: filter.direction,
    band: filter.band,
    ageFrom: filter.from,
    ageTo: filter.to,
    sex: filter.sex,
    personId: target.personId,
    diagnosed: target.diagnosed,
    page,
    pageSize: rows,
  };
}
