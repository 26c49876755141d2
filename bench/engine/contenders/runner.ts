/** A contender that has built its model: one call is one step. */
export interface Runner {
  readonly config: string;
  /** Making the model ready to run, in ms. */
  readonly setupMs: number;
  readonly nodes: number | null;
  /** @returns the loss before the step, or the score of the row */
  step(batch: number): Promise<number>;
  release(): Promise<void>;
}
