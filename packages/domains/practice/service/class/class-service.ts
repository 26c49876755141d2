/** What a teacher sees of a class and does with it; of another teacher's class nothing is said, not even its name. */
import { practiceSkills } from '../kernel.ts';
import type { PracticeModel } from '../practice-model.ts';
import type { ClassService } from './class-contract.ts';
import { areasOf, nameOf, refused, skillName } from './class-names.ts';
import { classSets } from './class-sets.ts';
import type { ClassStore, SetStore } from './class-store.ts';
import { learnerOf, masteryCells, predictionsAt } from './mastery.ts';
import { misconceptionsOf } from './misconceptions.ts';
import { stuckSkills } from './stuck.ts';

interface Parts {
  readonly store: ClassStore & SetStore;
  readonly model: PracticeModel;
  readonly now: () => Date;
  /** In which a day begins and ends for the house. */
  readonly timeZone: string;
}

/** What is looked at: enough to see a learner's last weeks, and a class's last months. */
const turnsOfEach = 80;
const answersOfClass = 3_000;

export function createClassService({ store, model, now, timeZone }: Parts): ClassService {
  const practised = practiceSkills();
  const offered = new Set(practised);

  return {
    ...classSets({ store, now, timeZone, practised }),
    classes: (teacher) => store.classes(teacher),
    create: async (teacher, name) => ({ id: await store.createClass(teacher, name) }),
    async members(teacher, id) {
      const found = await store.classOf(teacher, id);
      if (found === null) return refused({ code: 'unknownClass' });
      const members = await store.members(id);
      const learners = members.map((member) => ({
        ...nameOf(member),
        email: member.email,
        lastPractisedAt: member.lastPractisedAt,
      }));
      return { ok: true, value: { class: found, learners } };
    },
    async addMember(teacher, id, email) {
      if ((await store.classOf(teacher, id)) === null) return refused({ code: 'unknownClass' });
      const added = await store.addMember(id, email);
      if (added === null) return refused({ code: 'unknownLearner', email });
      if (!added.added) return refused({ code: 'memberAlready', email });
      return { ok: true, value: { learner: added.learner } };
    },
    async removeMember(teacher, id, learner) {
      if ((await store.classOf(teacher, id)) === null) return refused({ code: 'unknownClass' });
      const removed = await store.removeMember(id, learner);
      return removed ? { ok: true, value: null } : refused({ code: 'noMember' });
    },
    async bySkill(teacher, id, language) {
      const found = await store.classOf(teacher, id);
      if (found === null) return refused({ code: 'unknownClass' });
      const areas = areasOf(practised, language);
      const shown = areas.flatMap((area) => area.skills.map((skill) => skill.id));
      const members = await store.members(id);
      const learners = members.map((member) => ({
        ...nameOf(member),
        lastPractisedAt: member.lastPractisedAt,
        cells: masteryCells(model, learnerOf(model, member.state), shown, now().getTime()),
      }));
      return { ok: true, value: { class: found, areas, learners } };
    },
    async stuck(teacher, id, language) {
      const found = await store.classOf(teacher, id);
      if (found === null) return refused({ code: 'unknownClass' });
      const [members, turns] = await Promise.all([store.members(id), store.finishedTurns(id, turnsOfEach)]);
      const byLearner = Map.groupBy(turns, ({ learner }) => learner);
      const name = (skill: string) => skillName(skill, language);
      const stuck = members.flatMap((member) => {
        const predictions = predictionsAt(model, learnerOf(model, member.state), now().getTime());
        const own = stuckSkills(model, predictions, offered, byLearner.get(member.id) ?? []);
        if (own.length === 0) return [];
        const skills = own.map(({ path, skill, ...why }) => {
          const [root] = path ?? [];
          return {
            ...why,
            skill: name(skill),
            root: root === undefined || path === null ? null : { skill: name(root), path: path.map(name) },
          };
        });
        return [{ ...nameOf(member), lastPractisedAt: member.lastPractisedAt, skills }];
      });
      stuck.sort((one, other) => weight(other) - weight(one));
      return { ok: true, value: { class: found, stuck, learners: members.length } };
    },
    async misconceptions(teacher, id, language) {
      const found = await store.classOf(teacher, id);
      if (found === null) return refused({ code: 'unknownClass' });
      const [members, answers] = await Promise.all([
        store.members(id),
        store.mistakenAnswers(id, answersOfClass),
      ]);
      const byId = new Map(members.map((member) => [member.id, nameOf(member)]));
      const names = {
        // Who left the class between the two queries has no name here.
        learner: (learner: string) => byId.get(learner) ?? { id: learner, name: '—', simulated: false },
        skill: (skill: string) => skillName(skill, language),
      };
      const misconceptions = misconceptionsOf(answers, names, language);
      return { ok: true, value: { class: found, misconceptions, learners: members.length } };
    },
  };
}

const weight = ({ skills: own }: { skills: readonly { reasons: readonly unknown[] }[] }) =>
  own.reduce((sum, { reasons }) => sum + reasons.length, 0);
