/** The class by skill as a table of figures: a line for each learner and skill. */
import type { CsvTable } from '@praxis/ui';
import type { ClassBySkill } from '../../service/class/class-contract.ts';

/** A word of `practice.class` by its key. */
type Word = (key: string) => string;

const columns = [
  ...(['learner', 'simulated', 'last', 'area', 'skill'] as const),
  ...(['state', 'success', 'low', 'high', 'attempts'] as const),
];

export function skillsCsv({ areas, learners }: ClassBySkill, word: Word): CsvTable {
  const share = (value: number) => Number(value.toFixed(3));
  const names = new Map(
    areas.flatMap((area) => area.skills.map(({ id, name }) => [id, { area: area.id, name }])),
  );
  return {
    columns: columns.map((column) => word(`skills.csvColumns.${column}`)),
    rows: learners.flatMap((learner) =>
      learner.cells.map(({ skill, state, success, low, high, attempts }) => [
        harmless(learner.name),
        word(learner.simulated ? 'skills.yes' : 'skills.no'),
        learner.lastPractisedAt?.toISOString().slice(0, 10) ?? null,
        word(`areas.${names.get(skill)?.area ?? ''}`),
        names.get(skill)?.name ?? skill,
        word(`states.${state}`),
        ...(state === 'notMet' ? [null, null, null] : [share(success), share(low), share(high)]),
        attempts,
      ]),
    ),
  };
}

/** A spreadsheet would run a name that begins like a formula. */
const harmless = (name: string): string => (/^[=+\-@\t\r]/.test(name) ? `'${name}` : name);
