/** What every picture of the capacity screen is given. */
import type { Assumptions } from '../../service/assumptions.ts';
import type { CapacityFigures } from '../../service/capacity-figures.ts';
import type { Wording } from '../wording.ts';

export interface ShownFigures {
  readonly figures: CapacityFigures;
  readonly assumptions: Assumptions;
  readonly currency: string;
  readonly wording: Wording;
}
