/** A practice store in memory, for tests. */
import type {
  Believed,
  ClosedTurn,
  OpenSet,
  PracticeStore,
  StockedExercise,
  StoredAnswer,
  StoredTurn,
  TurnOutcome,
} from '../service/store.ts';

export interface MemoryStore extends PracticeStore {
  readonly turns: readonly StoredTurn[];
  /** The set that asked for a turn. */
  readonly setOf: (turn: number) => number | null;
}

/**
 * @param wordings how a language model tells exercises, by id
 * @param now when turns are closed
 * @param openSet what a teacher asks every learner for
 */
export function memoryStore(
  stock: readonly StockedExercise[],
  wordings: ReadonlyMap<string, unknown> = new Map(),
  now: () => Date = () => new Date(0),
  openSet: OpenSet | null = null,
): MemoryStore {
  const turns: StoredTurn[] = [];
  const learners = new Map<string, unknown>();
  const owners: string[] = [];
  const closed: (ClosedTurn & { readonly learner: string })[] = [];
  const sets: (number | null)[] = [];
  let difficulty: unknown = null;
  const change = (id: number, changed: Partial<StoredTurn>) => {
    const turn = turns[id - 1];
    if (turn !== undefined) turns[id - 1] = { ...turn, ...changed };
  };
  const own = (learner: string) => turns.filter(({ id }) => owners[id - 1] === learner);
  const openOf = (learner: string) => own(learner).find(({ outcome }) => outcome === null) ?? null;
  const believed = (learner: string): Believed => ({ learner: learners.get(learner) ?? null, difficulty });
  return {
    turns,
    setOf: (turn) => sets[turn - 1] ?? null,
    stock: async (learner) => stock.filter(({ id }) => own(learner).every(({ exercise }) => exercise !== id)),
    exercise: async (id) => stock.find((one) => one.id === id) ?? null,
    openTurn: async (learner) => openOf(learner),
    turn: async (learner, id) => own(learner).find((turn) => turn.id === id) ?? null,
    openSet: async () => openSet,
    async startTurn(learner, exercise, choice, set = null) {
      const present = openOf(learner);
      if (present !== null) return present;
      const id = turns.length + 1;
      owners.push(learner);
      sets.push(set);
      const turn: StoredTurn = {
        ...{ id, exercise, choice, hintsShown: 0, solutionShown: false },
        ...{ startedAt: new Date(0), outcome: null, answers: [] },
        wordings: wordings.get(exercise) ?? null,
      };
      turns.push(turn);
      return turn;
    },
    async addAnswer(id, answer: StoredAnswer) {
      change(id, { answers: [...(turns[id - 1]?.answers ?? []), answer] });
    },
    async showHint(id, most) {
      change(id, { hintsShown: Math.min((turns[id - 1]?.hintsShown ?? 0) + 1, most) });
    },
    async showSolution(id) {
      change(id, { solutionShown: true });
    },
    async closeTurn(learner, id, outcome: TurnOutcome, learn) {
      if (openOf(learner)?.id !== id) return false;
      change(id, { outcome });
      const turn = turns[id - 1];
      const skill = stock.find((exercise) => exercise.id === turn?.exercise)?.skill;
      if (turn !== undefined && skill !== undefined)
        closed.push({ ...turn, learner, skill, outcome, closedAt: now() });
      const after = learn(believed(learner));
      learners.set(learner, after.learner);
      difficulty = after.difficulty;
      return true;
    },
    believed: async (learner) => believed(learner),
    async change(learner, changed) {
      const after = changed(believed(learner));
      learners.set(learner, after.learner);
      difficulty = after.difficulty;
    },
    closedTurns: async (learner, since) =>
      closed.filter((turn) => turn.learner === learner && turn.closedAt >= since),
  };
}
