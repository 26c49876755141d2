/** Values on their way from a patient's page to the page that computes on the device: kept in this tab, read once. */
import { z } from 'zod';
import { features } from '../../features/definitions.ts';
import type { Entered } from '../../features/entry.ts';

const key = 'praxis-private-score';
const names = features.map(({ name }) => name);

const handover = z.object({
  personId: z.number().int(),
  outOfFold: z.boolean(),
  values: z.partialRecord(z.enum(names), z.number().nullable()),
});

export interface Handover {
  readonly personId: number;
  /** Whether their own page asks models that have not seen them. */
  readonly outOfFold: boolean;
  readonly values: Entered;
}

export function handOver(values: Handover): void {
  window.sessionStorage.setItem(key, JSON.stringify(values));
}

/** null where nothing was handed over, or what lies there is none of ours. */
export function takeOver(): Handover | null {
  const text = window.sessionStorage.getItem(key);
  window.sessionStorage.removeItem(key);
  if (text === null) return null;
  try {
    return handover.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
