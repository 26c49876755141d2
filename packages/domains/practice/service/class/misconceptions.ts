/** Which misconceptions a class has, with what its learners typed. */
import { draftedExercise } from '../../data/drafted-exercise.ts';
import { type Language, sentenceLatex } from '../../data/sentence.ts';
import type { Draft } from '../../data/templates/template.ts';
import { answerOf } from '../turn-view.ts';
import type { LearnerName, MisconceptionView, MistakeExample, SkillName } from './class-contract.ts';
import type { MistakenAnswer } from './class-store.ts';

/** Examples of each misconception: enough to see it, few enough to read. */
const mostExamples = 4;

interface Names {
  readonly learner: (id: string) => LearnerName;
  readonly skill: (id: string) => SkillName;
}

/**
 * Those of most learners first, then those that were seen most often.
 *
 * @param answers the newest first
 */
export function misconceptionsOf(
  answers: readonly MistakenAnswer[],
  names: Names,
  language: Language,
): MisconceptionView[] {
  const views = [...Map.groupBy(answers, ({ misconception }) => misconception)].map(([id, seen]) =>
    viewOf(id, seen, names, language),
  );
  return views.sort((one, other) => other.learners.length - one.learners.length || other.times - one.times);
}

function viewOf(
  id: string,
  seen: readonly MistakenAnswer[],
  names: Names,
  language: Language,
): MisconceptionView {
  const made = eachLearnerFirst(seen).flatMap((answer) => {
    const draft = draftedExercise(answer.exercise)?.draft;
    return draft === undefined ? [] : [{ answer, draft }];
  });
  const known = made
    .flatMap(({ draft }) => draft.mistakes)
    .find(({ misconception }) => misconception.id === id)?.misconception;
  const bySkill = [...Map.groupBy(seen, ({ skill }) => skill)];
  return {
    id,
    name: known?.name[language] ?? id,
    explanation: known?.explanation[language] ?? null,
    learners: [...new Set(seen.map(({ learner }) => learner))].map(names.learner),
    times: seen.length,
    lastAt: seen[0]?.at ?? new Date(0),
    skills: bySkill
      .sort(([, one], [, other]) => other.length - one.length)
      .map(([skill]) => names.skill(skill)),
    examples: made
      .slice(0, mostExamples)
      .map(({ answer, draft }) => exampleOf(answer, draft, names, language)),
  };
}

/** The newest answer of each learner before a second one of anybody: examples of several say more than of one. */
function eachLearnerFirst(seen: readonly MistakenAnswer[]): MistakenAnswer[] {
  const had = new Set<string>();
  const first: MistakenAnswer[] = [];
  const again: MistakenAnswer[] = [];
  for (const answer of seen) {
    (had.has(answer.learner) ? again : first).push(answer);
    had.add(answer.learner);
  }
  // More than can be shown, as some exercises may no longer be made.
  return [...first, ...again].slice(0, 5 * mostExamples);
}

function exampleOf(
  { learner, typed, at }: MistakenAnswer,
  draft: Draft,
  names: Names,
  language: Language,
): MistakeExample {
  return {
    learner: names.learner(learner),
    prompt: sentenceLatex(draft.prompt, language),
    typed,
    answer: answerOf(draft, language),
    at,
  };
}
