/** Sets of exercises that a teacher asks a class for. */
import type { Language } from '../../data/sentence.ts';
import type { ClassService, LearnerName, SetLearner, SetView } from './class-contract.ts';
import { areasOf, nameOf, refused, skillName } from './class-names.ts';
import type { ClassStore, SetStore, StoredSet } from './class-store.ts';
import { faultOfSet } from './set-wish.ts';

interface Parts {
  readonly store: ClassStore & SetStore;
  readonly now: () => Date;
  /** In which a day begins and ends for the house. */
  readonly timeZone: string;
  /** Skills that can be practised. */
  readonly practised: readonly string[];
}

export function classSets({
  store,
  now,
  timeZone,
  practised,
}: Parts): Pick<ClassService, 'sets' | 'assign' | 'cancelSet'> {
  // Sweden writes days as ISO 8601 does.
  const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now());
  return {
    async sets(teacher, id, language) {
      const found = await store.classOf(teacher, id);
      if (found === null) return refused({ code: 'unknownClass' });
      const [members, sets] = await Promise.all([store.members(id), store.sets(id)]);
      const learners = members.map(nameOf);
      const ready = leastOf(
        await store.unseen(
          practised,
          learners.map((learner) => learner.id),
        ),
        learners.length,
      );
      const areas = areasOf(practised, language).map(({ skills, ...area }) => ({
        ...area,
        skills: skills.map((skill) => ({ ...skill, ready: ready.get(skill.id) ?? 0 })),
      }));
      const day = today();
      const views = sets.map((set) => viewOf(set, learners, day, language));
      return { ok: true, value: { class: found, sets: views, learners, areas, today: day } };
    },
    async assign(teacher, id, wish, language) {
      if ((await store.classOf(teacher, id)) === null) return refused({ code: 'unknownClass' });
      const members = await store.members(id);
      const known = {
        skills: new Set(practised),
        learners: new Set(members.map((member) => member.id)),
        today: today(),
      };
      const fault = faultOfSet(wish, known);
      if (fault !== null) return refused(fault);
      const skills = [...new Set(wish.skills)];
      const learners = [...new Set(wish.learners)];
      const unseen = await store.unseen(skills, learners);
      const has = new Set(unseen.map(({ learner, skill }) => `${learner} ${skill}`));
      for (const skill of skills) {
        const without = learners.find((learner) => !has.has(`${learner} ${skill}`));
        if (without === undefined) continue;
        const name = members.find((member) => member.id === without)?.name ?? without;
        return refused({ code: 'setNoStock', skill: skillName(skill, language).name, learner: name });
      }
      return { ok: true, value: { id: await store.createSet(id, { ...wish, skills, learners }) } };
    },
    async cancelSet(teacher, id, set) {
      if ((await store.classOf(teacher, id)) === null) return refused({ code: 'unknownClass' });
      const cancelled = await store.cancelSet(id, set);
      return cancelled ? { ok: true, value: null } : refused({ code: 'unknownSet' });
    },
  };
}

/** By skill: how many exercises every one of so many learners has still before them. */
function leastOf(
  unseen: Awaited<ReturnType<SetStore['unseen']>>,
  learners: number,
): ReadonlyMap<string, number> {
  return new Map(
    [...Map.groupBy(unseen, ({ skill }) => skill)].map(([skill, rows]) => [
      skill,
      rows.length < learners ? 0 : Math.min(...rows.map(({ count }) => count)),
    ]),
  );
}

function viewOf(
  { skills, learners, createdAt, cancelledAt, ...set }: StoredSet,
  members: readonly LearnerName[],
  today: string,
  language: Language,
): SetView {
  // Who left the class is not shown: the teacher no longer sees what they do.
  const own = members.flatMap((member): SetLearner[] => {
    const progress = learners.find(({ learner }) => learner === member.id);
    return progress === undefined ? [] : [{ ...member, done: progress.done, right: progress.right }];
  });
  return {
    ...{ id: set.id, exercises: set.exercises, success: set.success, dueOn: set.dueOn, note: set.note },
    skills: skills.map((skill) => skillName(skill, language)),
    createdAt,
    state: stateOf(set, cancelledAt, own, today),
    learners: own,
  };
}

function stateOf(
  { dueOn, exercises }: Pick<StoredSet, 'dueOn' | 'exercises'>,
  cancelledAt: Date | null,
  learners: readonly SetLearner[],
  today: string,
): SetView['state'] {
  if (cancelledAt !== null) return 'cancelled';
  if (learners.every(({ done }) => done >= exercises)) return 'done';
  return dueOn !== null && dueOn < today ? 'late' : 'open';
}
