/** What the training of the model of knowledge came to, in a line for the terminal. */
import type { Teaching } from '@praxis/practice';

const count = (value: number): string => value.toLocaleString('en');

/** @returns null where there is nothing to say */
export function teachingLine(teaching: Teaching): string | null {
  if (teaching.kind === 'notDue') return null;
  const { simulated, own, measure } = teaching;
  const from =
    `${count(simulated.learners)} simulated learners (${count(simulated.attempts)} answers) ` +
    `and ${count(own.learners)} learners of this installation (${count(own.attempts)})`;
  const loss =
    `log loss on ${count(measure.learners)} others who are set skills: ${measure.ability.toFixed(4)} by ability alone, ` +
    `${measure.both.toFixed(4)} by both (less by ${measure.gain.toFixed(4)}, standard error ${measure.error.toFixed(4)})`;
  const end = teaching.kind === 'serves' ? 'both tell there now' : 'no better, ability alone serves';
  return `model of knowledge taught by ${from}; ${loss}; ${end}`;
}
