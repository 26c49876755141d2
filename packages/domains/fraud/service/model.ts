/** A model as the desk asks it: rows of features in, probabilities out, and what moved one of them. */
export interface DecisionModel {
  readonly artifact: string;
  /** @param rows row-major, shape [count, features] */
  score(rows: Float32Array, count: number): Promise<Float32Array>;
  /** Contributions to the log-odds by feature name, those of one row. */
  explain(row: Float32Array): Promise<Readonly<Record<string, number>>>;
}
