/** What is told of the log of an alert. */
import type { Review } from '../../service/triage-store.ts';

const isHolding = ({ event }: Review): boolean => event === 'claimed' || event === 'released';

/** Of a row of claims and releases by one person the last is told: how often they looked is in the record. */
export const logEntries = (reviews: readonly Review[]): readonly Review[] =>
  reviews.filter((review, place) => {
    const next = reviews[place + 1];
    return !(next && isHolding(review) && isHolding(next) && next.by.id === review.by.id);
  });
