/** Why one line of an equation follows from the one before, in both languages. */
import { type Sentence, say } from '../sentence.ts';

/** A number that was added is taken away again, and the other way round. */
export function undoing(shift: number): Sentence {
  return shift > 0
    ? say('Subtract {0} from both sides.', '两边同时减去 {0}。', shift)
    : say('Add {0} to both sides.', '两边同时加上 {0}。', -shift);
}

export function dividing(by: number): Sentence {
  return say('Divide both sides by {0}.', '两边同时除以 {0}。', by);
}

/** Of an inequality, by a number below zero. */
export function turning(by: number): Sentence {
  return say(
    'Divide both sides by {0}. It is negative, so the sign turns around.',
    '两边同时除以 {0}。它是负数，所以不等号改变方向。',
    by,
  );
}
