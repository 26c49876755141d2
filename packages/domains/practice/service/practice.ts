/** One exercise after the other: what a learner is shown, may ask for, and is told. */
import { draftedExercise } from '../data/drafted-exercise.ts';
import type { Language } from '../data/sentence.ts';
import { recordAttempt } from './attempt.ts';
import { readBelieved, writeBelieved } from './believed.ts';
import { reviewsOfToday } from './calendar.ts';
import { checkAnswer } from './checking/check-answer.ts';
import { checkSteps } from './checking/check-steps.ts';
import { type Choice, chooseExercise, type Situation } from './choose.ts';
import { nextOfSet } from './class/next-of-set.ts';
import { learnerScreens } from './learner-screens.ts';
import { observationOf } from './observation.ts';
import { type Parts, situationOf } from './parts.ts';
import { placedExercise } from './placed-exercise.ts';
import type { Answered, PracticeError, PracticeService, TurnView, Wanted } from './practice-contract.ts';
import { reasonSchema } from './reason.ts';
import type { StoredTurn, TurnOutcome } from './store.ts';
import { toldReason } from './told-reason.ts';
import { type Playable, viewOf } from './turn-view.ts';
import { lineView, verdictView } from './verdict-view.ts';

/** What comes next, and the set that asked for it. */
interface Chosen extends Choice {
  readonly set: number | null;
}

/** The exercise that helps most. */
const best: Wanted = { kind: 'best' };

export function createPracticeService(parts: Parts): PracticeService {
  const { store, model, now, timeZone, knowledge } = parts;

  /** The exercise of a turn; one of a template that is no more is closed, so that nobody is stuck with it. */
  async function playable(learner: string, turn: StoredTurn | null): Promise<Playable | null> {
    if (turn === null) return null;
    const made = draftedExercise(turn.exercise);
    if (made !== null) return { turn, ...made };
    if (turn.outcome === null) await store.closeTurn(learner, turn.id, 'left', (believed) => believed);
    return null;
  }

  async function told({ learner }: Situation, choice: Choice): Promise<Choice> {
    return { ...choice, reason: toldReason((await knowledge?.()) ?? null, learner, choice) };
  }

  /** Chooses among what this learner has not had; null where there is nothing. */
  async function choose(learner: string, wanted: Wanted): Promise<Chosen | null> {
    const situation = await situationOf(parts, learner);
    const like = wanted.kind === 'variant' ? wanted.template : null;
    const variants = situation.candidates.filter(({ template }) => template === like);
    const [first] = variants;
    // Who wants another one of the same kind, or of a skill, gets it, and the teacher's next one after that.
    const set = wanted.kind === 'best' ? await store.openSet(learner) : null;
    const ofSet = set === null ? null : nextOfSet(situation, set);
    if (set !== null && ofSet !== null) return { ...(await told(situation, ofSet)), set: set.id };
    const chosen = chooseExercise(first === undefined ? situation : { ...situation, candidates: variants }, {
      target: situation.learner.target,
      skill: wanted.kind === 'skill' ? wanted.skill : (first?.skill ?? null),
      reviews: wanted.kind === 'reviews' ? reviewsOfToday(situation.learner, situation.at, timeZone) : [],
    });
    if (!chosen.ok) return null;
    return { ...(await told(situation, chosen.value)), set: null };
  }

  async function opened(
    learner: string,
    choice: Chosen | null,
    language: Language,
  ): Promise<Answered<TurnView>> {
    if (choice === null) return refused('noExercise');
    const begun = await playable(
      learner,
      await store.startTurn(learner, choice.exercise.id, choice.reason, choice.set),
    );
    return begun === null ? refused('noExercise') : { ok: true, value: viewOf(begun, language) };
  }

  /** The open turn with this number, or why there is none. */
  async function open(learner: string, id: number): Promise<Playable | PracticeError> {
    const found = await playable(learner, await store.turn(learner, id));
    if (found === null) return { code: 'unknownTurn' };
    return found.turn.outcome === null ? found : { code: 'closedAlready' };
  }

  async function close(learner: string, turn: StoredTurn, outcome: TurnOutcome): Promise<boolean> {
    const observation = observationOf(turn, outcome);
    const exercise = observation === null ? null : await store.exercise(turn.exercise);
    return store.closeTurn(learner, turn.id, outcome, (believed) => {
      if (observation === null || exercise === null) return believed;
      const state = readBelieved(model, believed);
      const recorded = recordAttempt(model, state.difficulty, state.learner, {
        exercise: placedExercise(exercise),
        ...observation,
        review: reasonSchema.parse(turn.choice).kind === 'review',
        at: now().getTime(),
      });
      // An exercise of a skill that is no more teaches nothing.
      if (!recorded.ok) return believed;
      return writeBelieved({ learner: recorded.value.learner, difficulty: recorded.value.beliefs });
    });
  }

  /** The turn as it stands after something was done to it. */
  async function again(learner: string, id: number, language: Language): Promise<Answered<TurnView>> {
    const found = await playable(learner, await store.turn(learner, id));
    return found === null ? refused('unknownTurn') : { ok: true, value: viewOf(found, language) };
  }

  return {
    ...learnerScreens(parts),
    async current(learner, language) {
      const found = await playable(learner, await store.openTurn(learner));
      if (found !== null) return { ok: true, value: viewOf(found, language) };
      return opened(learner, await choose(learner, best), language);
    },
    async start(learner, wanted, leave, language) {
      if (wanted.kind === 'skill' && !model.skills.some(({ id }) => id === wanted.skill))
        return refused('unknownSkill');
      const present = await playable(learner, await store.openTurn(learner));
      if (present !== null && isWanted(present, wanted))
        return { ok: true, value: viewOf(present, language) };
      if (present !== null && present.turn.id !== leave) return refused('turnOpen');
      // Nobody loses an exercise for one that is not there.
      const choice = await choose(learner, wanted);
      if (choice !== null && present !== null) await close(learner, present.turn, 'left');
      return opened(learner, choice, language);
    },
    async another(learner, id, next, language) {
      const turn = await store.turn(learner, id);
      if (turn === null) return refused('unknownTurn');
      if (turn.outcome === null) await close(learner, turn, 'left');
      if (next !== 'variant') return opened(learner, await choose(learner, { kind: next }), language);
      const exercise = await store.exercise(turn.exercise);
      const wanted: Wanted = exercise === null ? best : { kind: 'variant', template: exercise.template };
      return opened(learner, await choose(learner, wanted), language);
    },
    async answer(learner, id, typed, language) {
      const found = await open(learner, id);
      if ('code' in found) return { ok: false, error: found };
      const verdict = checkAnswer(found.draft, typed);
      const misconception = verdict.verdict === 'wrong' ? (verdict.misconception?.id ?? null) : null;
      const answer = { typed, verdict: verdict.verdict, misconception };
      await store.addAnswer(id, answer);
      if (verdict.verdict === 'right') {
        const answered = { ...found.turn, answers: [...found.turn.answers, answer] };
        if (!(await close(learner, answered, 'right'))) return refused('closedAlready');
      }
      const turn = await again(learner, id, language);
      return turn.ok
        ? { ok: true, value: { verdict: verdictView(verdict, language), turn: turn.value } }
        : turn;
    },
    async hint(learner, id, language) {
      const found = await open(learner, id);
      if ('code' in found) return { ok: false, error: found };
      await store.showHint(id, found.draft.hints.length);
      return again(learner, id, language);
    },
    async solution(learner, id, language) {
      const found = await open(learner, id);
      if ('code' in found) return { ok: false, error: found };
      await store.showSolution(id);
      if (!(await close(learner, found.turn, 'shown'))) return refused('closedAlready');
      return again(learner, id, language);
    },
    async lines(learner, id, lines, language) {
      const found = await playable(learner, await store.turn(learner, id));
      if (found === null) return refused('unknownTurn');
      return { ok: true, value: checkSteps(found.draft, lines).map((line) => lineView(line, language)) };
    },
  };
}

/** Whether the open exercise is one of those asked for. */
function isWanted({ skill, turn }: Playable, wanted: Wanted): boolean {
  if (wanted.kind === 'skill') return wanted.skill === skill;
  return wanted.kind === 'reviews' && reasonSchema.parse(turn.choice).kind === 'review';
}

const refused = (code: PracticeError['code']): { ok: false; error: PracticeError } => ({
  ok: false,
  error: { code },
});
