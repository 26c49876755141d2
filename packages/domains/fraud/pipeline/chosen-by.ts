/** The figure by which fraud's models are chosen; screens show it beside the AUROC. */

/** Frauds are rare: the AUROC is decided by thousands of payments that nobody would look at. */
export const chosenBy = 'averagePrecision';
