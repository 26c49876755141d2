/** What a fit of difficulties to the learners' answers came to, in a line for the terminal. */
import type { Refit } from '@praxis/practice';

const count = (value: number): string => value.toLocaleString('en');

/** @returns null where there is nothing to say */
export function refitLine(refit: Refit): string | null {
  switch (refit.kind) {
    case 'notDue':
      return null;
    case 'tooFew':
      return `difficulties stay as they are: ${count(refit.fresh)} new answers, a new fit takes ${count(refit.needed)}`;
    case 'undetermined':
      return `difficulties stay as they are: ${count(refit.answers)} answers leave some undetermined`;
    case 'overtaken':
      return 'difficulties stay as they are: another process fitted them meanwhile';
    case 'replaced':
    case 'worse': {
      const { answers, held, before, after } = refit;
      const loss = `log loss on the newest ${count(held)}: ${before.toFixed(4)} before, ${after.toFixed(4)} after`;
      const end = refit.kind === 'replaced' ? 'they serve now' : 'not taken';
      return `difficulties fitted to ${count(answers)} answers, ${loss}; ${end}`;
    }
  }
}
