/** What can be chosen about the attention network. */
export interface AttentionSettings {
  /** Features that a step shows of its row, by name; the present row shows all. */
  readonly stepFeatures: readonly string[];
  /** Numbers that a step becomes, a multiple of `heads`. */
  readonly width: number;
  readonly heads: number;
  readonly hidden: number;
  /** Units a number of the present row is cut into at most. */
  readonly bins: number;
  /** Of the first step; it falls to nothing with the last one. */
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly batchRows: number;
  readonly epochs: number;
}
