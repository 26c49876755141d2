/** What choosing an exercise needs to know of skills and exercises; whoever makes exercises satisfies it. */

export interface PlacedSkill {
  readonly id: string;
  /** Skills that come before it; a skill never comes before itself, however long the way. */
  readonly prerequisites: readonly string[];
  /** Of a typical exercise, in logits: who has this ability gets half of them right. */
  readonly difficulty: number;
}

/** An exercise that could come next, or the recipe (template and seed) of one. */
export interface Candidate {
  readonly id: string;
  readonly skill: string;
  readonly template: string;
  /** What its maker thinks, in logits; features and answers correct it. */
  readonly difficulty: number;
  /** Numbers that say how its template and parameters make it hard. */
  readonly features: Readonly<Record<string, number>>;
}
