/** What can be said of the model of an outcome. */
import type { Estimate } from '@praxis/core';

export type ModelState =
  /** `auroc` is cross-validated, as its card says. */
  | { readonly outcome: string; readonly state: 'ready'; readonly auroc: Estimate }
  | { readonly outcome: string; readonly state: 'none' }
  /** The artifact is missing or its hashes do not fit; `why` names the file. */
  | { readonly outcome: string; readonly state: 'damaged'; readonly why: string };

/** `AUROC 0.781 (0.765–0.797)`, with its 95 % interval. */
export function aurocText({ value, lower, upper }: Estimate): string {
  return `AUROC ${value.toFixed(3)} (${lower.toFixed(3)}–${upper.toFixed(3)})`;
}
