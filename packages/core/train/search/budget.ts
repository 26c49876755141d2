/** How much a search for settings may cost. */

export interface SearchBudget {
  /** Settings that are judged, those that it starts from among them. The result is the same on every machine. */
  readonly trials: number;
  /** No trial begins after so many seconds of one fit's search; the result may then depend on the machine. null: no limit. */
  readonly seconds: number | null;
}
