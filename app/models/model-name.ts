/** A model's name on the screen: its learner is not unique, so the beginning of its content hash stands beside it. */
export const shortHash = (artifact: string): string => artifact.slice(0, 8);
