/** The reason as a learner is told it: what is expected comes from both opinions where a model of knowledge serves. */
import { bothOpinions } from '../pipeline/tracing/second-opinion.ts';
import type { TracingModel } from '../pipeline/tracing/tracing-artifact.ts';
import type { Choice } from './choose.ts';
import type { LearnerState } from './learner-state.ts';
import type { Reason } from './reason.ts';

/**
 * Only of skills that the learner or a teacher asked for: where the product chooses all, the model was measured to add nothing to ability.
 *
 * @param model null where ability alone serves
 */
export function toldReason(
  model: TracingModel | null,
  { recent }: Pick<LearnerState, 'recent'>,
  { exercise, reason }: Choice,
): Reason {
  if (model === null || (reason.kind !== 'asked' && reason.kind !== 'set')) return reason;
  const past = recent
    .map(({ template, skill, correct }) => ({ problem: template, skills: [skill], right: correct }))
    .reverse();
  const next = { problem: exercise.template, skills: [exercise.skill], right: false };
  const both = bothOpinions(model, past, next, reason);
  if (both === null) return reason;
  return {
    ...reason,
    ...both,
    rests: { simulated: model.simulated.learners, own: model.own.learners },
  };
}
