/** What of the class the address asks for: one area unfolded or all folded, and the order of the learners. */
import type { Area, ClassBySkill, LearnerRow, MasteryCell } from '../../service/class/class-contract.ts';

export interface SkillFilter {
  /** Id of the unfolded area; null: all of them, folded. */
  readonly area: string | null;
  /** `name`, `last`, `mastered`, or the id of an area or skill in sight. */
  readonly by: string;
  readonly descending: boolean;
}

type Given = Readonly<Record<string, string | string[] | undefined>>;

const usual = { by: 'name', descending: false } as const;

/** What is unknown is left out, so that an old address still shows the class. */
export function parseSkillFilter(given: Given, areas: readonly Area[]): SkillFilter {
  const one = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
  const area = areas.find(({ id }) => id === one('area')) ?? null;
  const sort = one('sort');
  const by = sort.replace(/^-/, '');
  const inSight = area === null ? areas : area.skills;
  const known = ['name', 'last', 'mastered'].includes(by) || inSight.some(({ id }) => id === by);
  return { area: area?.id ?? null, ...(known ? { by, descending: sort.startsWith('-') } : usual) };
}

/** The address' part from `?` on; the usual is not written. */
export function skillSearch({ area, by, descending }: SkillFilter): string {
  const search = new URLSearchParams();
  if (area !== null) search.set('area', area);
  if (by !== usual.by || descending) search.set('sort', `${descending ? '-' : ''}${by}`);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** The same column again turns the order round; another one begins with what a teacher looks for: the weakest. */
export function sortedBy(filter: SkillFilter, by: string): SkillFilter {
  return { ...filter, by, descending: filter.by === by ? !filter.descending : false };
}

export function sortedLearners(
  { areas, learners }: Pick<ClassBySkill, 'areas' | 'learners'>,
  { by, descending }: SkillFilter,
  language: string,
): LearnerRow[] {
  const inOrder = learners.toSorted((one, other) => one.name.localeCompare(other.name, language));
  const value = figureOf(areas, by);
  if (value !== null) inOrder.sort((one, other) => value(one) - value(other));
  return descending ? inOrder.reverse() : inOrder;
}

function figureOf(areas: readonly Area[], by: string): ((row: LearnerRow) => number) | null {
  if (by === 'name') return null;
  if (by === 'last') return (row) => row.lastPractisedAt?.getTime() ?? 0;
  const area = areas.find(({ id }) => id === by);
  if (by === 'mastered') return ({ cells }) => countMastered(cells);
  if (area !== undefined) return (row) => countMastered(cellsOf(row, area));
  // Who has not met a skill comes before the weakest who has.
  return ({ cells }) => {
    const cell = cells.find(({ skill }) => skill === by);
    return cell === undefined || cell.state === 'notMet' ? -1 : cell.success;
  };
}

export function cellsOf({ cells }: LearnerRow, { skills }: Area): MasteryCell[] {
  return skills.flatMap(({ id }) => cells.find(({ skill }) => skill === id) ?? []);
}

export const countMastered = (cells: readonly MasteryCell[]): number =>
  cells.filter(({ state }) => state === 'mastered').length;

/** Areas that somebody of the class has met. */
export function metAreas({ areas, learners }: Pick<ClassBySkill, 'areas' | 'learners'>): Area[] {
  return areas.filter((area) =>
    learners.some((row) => cellsOf(row, area).some(({ state }) => state !== 'notMet')),
  );
}
