/** One exercise after the other: what a learner is shown, may ask for, and is told. */
import { unitText } from '../data/answers/units.ts';
import { type DraftedExercise, draftedExercise } from '../data/drafted-exercise.ts';
import { latex } from '../data/mathematics/latex.ts';
import { type Language, sentenceLatex } from '../data/sentence.ts';
import { skills } from '../data/skills/graph.ts';
import { answerText } from '../data/templates/answer.ts';
import type { Draft } from '../data/templates/template.ts';
import { recordAttempt } from './attempt.ts';
import { readBelieved, writeBelieved } from './believed.ts';
import { checkAnswer } from './checking/check-answer.ts';
import { checkSteps } from './checking/check-steps.ts';
import { chooseExercise } from './choose.ts';
import { observationOf } from './observation.ts';
import { placedExercise } from './placed-exercise.ts';
import type {
  Answered,
  PracticeError,
  PracticeService,
  SolutionView,
  TurnView,
} from './practice-contract.ts';
import { type PracticeModel, usualTarget } from './practice-model.ts';
import { reasonSchema } from './reason.ts';
import type { PracticeStore, StoredTurn, TurnOutcome } from './store.ts';
import { lineView, verdictView } from './verdict-view.ts';
import { rewordingOf } from './wordings.ts';

interface Parts {
  readonly store: PracticeStore;
  readonly model: PracticeModel;
  readonly now: () => Date;
}

/** A turn that can be shown: its exercise can still be made again. */
interface Playable extends DraftedExercise {
  readonly turn: StoredTurn;
}

export function createPracticeService({ store, model, now }: Parts): PracticeService {
  /** The exercise of a turn; one of a template that is no more is closed, so that nobody is stuck with it. */
  async function playable(learner: string, turn: StoredTurn | null): Promise<Playable | null> {
    if (turn === null) return null;
    const made = draftedExercise(turn.exercise);
    if (made !== null) return { turn, ...made };
    if (turn.outcome === null) await store.closeTurn(learner, turn.id, 'left', (believed) => believed);
    return null;
  }

  async function begin(learner: string, like: string | null): Promise<Playable | null> {
    const [believed, stock] = await Promise.all([store.believed(learner), store.stock(learner)]);
    const state = readBelieved(model, believed);
    const known = new Set(state.learner.skills);
    const stocked = stock.map(placedExercise).filter(({ skill }) => known.has(skill));
    const variants = stocked.filter(({ template }) => template === like);
    const [first] = variants;
    const chosen = chooseExercise(
      {
        model,
        beliefs: state.difficulty,
        learner: state.learner,
        candidates: first === undefined ? stocked : variants,
        at: now().getTime(),
      },
      { target: usualTarget, skill: first?.skill ?? null },
    );
    if (!chosen.ok) return null;
    return playable(learner, await store.startTurn(learner, chosen.value.exercise.id, chosen.value.reason));
  }

  async function opened(
    learner: string,
    like: string | null,
    language: Language,
  ): Promise<Answered<TurnView>> {
    const begun = await begin(learner, like);
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
    async current(learner, language) {
      const found = await playable(learner, await store.openTurn(learner));
      return found === null ? opened(learner, null, language) : { ok: true, value: viewOf(found, language) };
    },
    async another(learner, id, variant, language) {
      const turn = await store.turn(learner, id);
      if (turn === null) return refused('unknownTurn');
      if (turn.outcome === null) await close(learner, turn, 'left');
      const exercise = variant ? await store.exercise(turn.exercise) : null;
      return opened(learner, exercise?.template ?? null, language);
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

const refused = (code: PracticeError['code']): { ok: false; error: PracticeError } => ({
  ok: false,
  error: { code },
});

function viewOf(playable: Playable, language: Language): TurnView {
  const { turn, skill, draft } = playable;
  const reason = reasonSchema.parse(turn.choice);
  const rewording = rewordingOf(turn.wordings, playable, language);
  return {
    id: turn.id,
    skill: { id: skill, name: nameOf(skill, language) },
    // A story has no formula in it.
    prompt: rewording ?? sentenceLatex(draft.prompt, language),
    reworded: rewording !== null,
    asks: draft.answer.kind,
    form: draft.form,
    hints: draft.hints.slice(0, turn.hintsShown).map((hint) => sentenceLatex(hint, language)),
    hintCount: draft.hints.length,
    choice: {
      kind: reason.kind,
      because: reason.kind === 'prerequisite' ? nameOf(reason.because, language) : null,
      success: reason.success,
      low: reason.low,
      high: reason.high,
      onTarget: reason.onTarget,
    },
    outcome: turn.outcome,
    solution: turn.outcome === null ? null : solutionOf(draft, language),
  };
}

function nameOf(id: string, language: Language): string {
  return skills.find((skill) => skill.id === id)?.name[language] ?? id;
}

function solutionOf({ answer, steps, unit }: Draft, language: Language): SolutionView {
  const measured = unit === undefined ? '' : ` ${unitText(unit)?.[language] ?? ''}`;
  return {
    answer: `$${answerText(answer).latex}$${measured}`.trimEnd(),
    steps: steps.map(({ expression, reason }) => ({
      line: `$${latex(expression)}$`,
      reason: sentenceLatex(reason, language),
    })),
  };
}
