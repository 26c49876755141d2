/** Options of a fit that nobody watches or stops. */
import type { FitOptions } from '../learners/contract.ts';

export const quietFit: FitOptions = {
  seed: 1,
  threads: 1,
  onEpoch: () => {},
  signal: new AbortController().signal,
  checkpoint: null,
};
