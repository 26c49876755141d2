/** What a check says of a claim: true, false, or null where it cannot tell. */
export type Verdict = boolean | null;
