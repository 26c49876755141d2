/** What is told of the log of an alert. */
import type { Review } from '../../service/triage-store.ts';

/** Without claims that the same person only renewed: of several in a row the first is told. */
export const logEntries = (reviews: readonly Review[]): readonly Review[] =>
  reviews.filter(({ event, by }, place) => {
    const before = reviews[place - 1];
    return !(event === 'claimed' && before?.event === 'claimed' && before.by.id === by.id);
  });
