/** A store of classes in memory, for tests. */
import type {
  ClassStore,
  FinishedTurn,
  MistakenAnswer,
  SetStore,
  StoredMember,
  StoredSet,
} from '../service/class/class-store.ts';

interface Made {
  readonly members: readonly StoredMember[];
  readonly turns?: readonly FinishedTurn[];
  readonly answers?: readonly MistakenAnswer[];
  readonly sets?: readonly StoredSet[];
  /** Exercises in stock of a skill that a learner was never given. */
  readonly unseen?: (learner: string, skill: string) => number;
}

export const madeMember = (id: string, made: Partial<StoredMember> = {}): StoredMember => ({
  ...{ id, name: id, email: `${id}@example.org`, simulated: false, state: null, lastPractisedAt: null },
  ...made,
});

/** One class, number 1, of the teacher `tess`. */
export function memoryClassStore({
  members,
  turns = [],
  answers = [],
  sets = [],
  unseen = () => 9,
}: Made): ClassStore & SetStore {
  const made: StoredSet[] = [...sets];
  const inside = new Map(members.map((member) => [member.id, member]));
  const known = new Map(members.map(({ id, email }) => [email, id]));
  return {
    classes: async (teacher) => (teacher === 'tess' ? [{ id: 1, name: '7b', learners: inside.size }] : []),
    createClass: async () => 2,
    classOf: async (teacher, id) => (teacher === 'tess' && id === 1 ? { id: 1, name: '7b' } : null),
    async addMember(_class, email) {
      const id = known.get(email);
      if (id === undefined) return null;
      const added = !inside.has(id);
      inside.set(id, madeMember(id));
      return { learner: id, added };
    },
    removeMember: async (_class, learner) => inside.delete(learner),
    members: async () => [...inside.values()],
    finishedTurns: async () => turns,
    mistakenAnswers: async () => answers,
    sets: async () => made,
    async createSet(_class, { learners, ...set }) {
      const id = made.length + 1;
      made.unshift({
        ...{ id, createdAt: new Date(0), cancelledAt: null, ...set },
        learners: learners.map((learner) => ({ learner, done: 0, right: 0 })),
      });
      return id;
    },
    async cancelSet(_class, id) {
      const place = made.findIndex((set) => set.id === id && set.cancelledAt === null);
      const set = made[place];
      if (set === undefined) return false;
      made[place] = { ...set, cancelledAt: new Date(1) };
      return true;
    },
    unseen: async (skills, learners) =>
      learners.flatMap((learner) =>
        skills.flatMap((skill) => {
          const count = unseen(learner, skill);
          return count > 0 ? [{ learner, skill, count }] : [];
        }),
      ),
  };
}
