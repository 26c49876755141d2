/** A turn as its screen shows it, in the learner's language. */
import { unitText } from '../data/answers/units.ts';
import type { DraftedExercise } from '../data/drafted-exercise.ts';
import { latex } from '../data/mathematics/latex.ts';
import { type Language, sentenceLatex } from '../data/sentence.ts';
import { skills } from '../data/skills/graph.ts';
import { answerText } from '../data/templates/answer.ts';
import type { Draft } from '../data/templates/template.ts';
import type { SolutionView, TurnView } from './practice-contract.ts';
import { reasonSchema } from './reason.ts';
import type { StoredTurn } from './store.ts';
import { rewordingOf } from './wordings.ts';

/** A turn that can be shown: its exercise can still be made again. */
export interface Playable extends DraftedExercise {
  readonly turn: StoredTurn;
}

export function viewOf(playable: Playable, language: Language): TurnView {
  const { turn, skill, draft } = playable;
  const reason = reasonSchema.parse(turn.choice);
  const rewording = rewordingOf(turn.wordings, playable, language);
  return {
    id: turn.id,
    skill: { id: skill, name: skillName(skill, language) },
    // A story has no formula in it.
    prompt: rewording ?? sentenceLatex(draft.prompt, language),
    reworded: rewording !== null,
    asks: draft.answer.kind,
    form: draft.form,
    hints: draft.hints.slice(0, turn.hintsShown).map((hint) => sentenceLatex(hint, language)),
    hintCount: draft.hints.length,
    choice: {
      kind: reason.kind,
      because: reason.kind === 'prerequisite' ? skillName(reason.because, language) : null,
      note: reason.kind === 'set' && reason.note !== '' ? reason.note : null,
      target: reason.target,
      success: reason.success,
      low: reason.low,
      high: reason.high,
      onTarget: reason.onTarget,
      rests: reason.rests ?? null,
    },
    outcome: turn.outcome,
    solution: turn.outcome === null ? null : solutionOf(draft, language),
  };
}

export function skillName(id: string, language: Language): string {
  return skills.find((skill) => skill.id === id)?.name[language] ?? id;
}

/** The right answer with its unit, as LaTeX between dollar signs. */
export function answerOf({ answer, unit }: Draft, language: Language): string {
  const measured = unit === undefined ? '' : ` ${unitText(unit)?.[language] ?? ''}`;
  return `$${answerText(answer).latex}$${measured}`.trimEnd();
}

function solutionOf(draft: Draft, language: Language): SolutionView {
  return {
    answer: answerOf(draft, language),
    steps: draft.steps.map(({ expression, reason }) => ({
      line: `$${latex(expression)}$`,
      reason: sentenceLatex(reason, language),
    })),
  };
}
