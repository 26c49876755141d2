/** What takes part in a comparison, and how it did. */
import type { Performance } from '@praxis/core';

export interface Contender {
  readonly name: string;
  /** `candidate`: one of those among which our `auto` chooses. */
  readonly side: 'auto' | 'candidate' | 'peer';
  /** Of rows held out, the mean over the repeats. */
  readonly performance: Performance;
  readonly seconds: number;
}
