/** `praxis practice skills`: what can be practised, and what comes before what. */
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { flag, parseOptions } from '../options.ts';

const schema = z.object({ json: flag });

/**
 * With --json one array; each skill with its names, its field, what must be known before and its templates.
 *
 * @returns exit code
 */
export async function practiceSkills(given: Given): Promise<number> {
  const { json } = parseOptions(schema, given);
  const { skills, templatesOf } = await import('@praxis/practice');
  const rows = skills.map(({ id, field, name, prerequisites }) => ({
    id,
    field,
    name,
    prerequisites,
    templates: templatesOf(id).map((template) => template.id),
  }));
  if (json) {
    console.log(JSON.stringify(rows));
    return 0;
  }
  for (const { id, name, templates } of rows) {
    console.log(`${id.padEnd(26)} ${String(templates.length).padStart(2)}  ${name.en} · ${name.zh}`);
  }
  return 0;
}
