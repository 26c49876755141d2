/** How a language's reader knows the sentences of a situation. */

export interface SituationReading {
  /**
   * Step after step, the sentences that may tell it. `{role}` is an entity of the role's kind, `{t}` a bare noun, `{e}` a
   * Chinese "each", `{n}` "how many of them", `{i}` and `{ti}` an item; brackets are choices, `?` as in regular expressions;
   * `!word` at the beginning says that the sentence tells something that is no number.
   */
  readonly steps: readonly (readonly string[])[];
  /** What must be told beside the numbers. */
  readonly needs?: readonly string[];
  /** By what is asked. The forms in `indirect` stand inside another sentence. */
  readonly asks: Readonly<Record<string, { readonly direct: string; readonly indirect?: string }>>;
}

export interface LanguageReading {
  /** A way to begin, taken away before the first sentence is read. */
  readonly lead: RegExp;
  /** Splits a text after each sentence. */
  readonly sentenceEnd: RegExp;
  /** Takes a question out of its frame; group 1 is the question. The first that fits counts. */
  readonly frames: readonly { readonly pattern: RegExp; readonly form: 'direct' | 'indirect' }[];
  readonly situations: Readonly<Record<string, SituationReading>>;
}
