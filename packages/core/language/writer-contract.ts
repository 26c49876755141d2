/** What callers ask of a language model. */

export interface WritingRequest {
  readonly beginnings: readonly string[];
  /** True: each beginning is what a person says to an assistant. */
  readonly chat: boolean;
  readonly mostSymbols: number;
  /** 0: the likeliest symbol each time. */
  readonly temperature: number;
  /** Symbols are drawn from the likeliest that together have this probability. */
  readonly topP: number;
  /** The same seed writes the same. */
  readonly seed: number;
}

export interface LanguageWriter {
  /** @throws LanguageModelError; PoolError; the signal's reason */
  write(request: WritingRequest, signal?: AbortSignal): Promise<readonly string[]>;
  /** What the model says it is for: `task_specific_params` of its `config.json`. @throws LanguageModelError; PoolError */
  describe(): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}
