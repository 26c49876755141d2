/** Places in the memory that a test shares with its tasks, an Int32Array of three. */
export const begun = 0;
export const stepsDone = 1;
/** Tasks wait while it is 0. */
export const gate = 2;
