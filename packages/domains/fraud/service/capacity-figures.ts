/** The figures of the capacity screen, each with what it could have been on other cards. */
import { setImmediate } from 'node:timers/promises';
import type { Estimate } from '@praxis/core';
import { createRandom } from '@praxis/core/random';
import {
  bestThreshold,
  catchByScenario,
  type Looking,
  perfectNetMinor,
  precisionAtK,
  type ReviewDays,
  type ReviewValue,
  reviewValue,
  type ScenarioCatch,
  type Times,
} from './capacity.ts';

/** Money is a mean a day. */
export interface CapacityFigures {
  /** The threshold of greatest net value for the team as it is. */
  readonly best: {
    readonly fromMinor: number;
    readonly value: ReviewValue;
    readonly netMinor: Estimate;
    /** Each day at the threshold that is best for the other days: what a threshold that is chosen beforehand brings. */
    readonly chosenBeforeMinor: number;
    readonly worstDayMinor: number;
    readonly bestDayMinor: number;
  };
  readonly byThreshold: readonly {
    readonly fromMinor: number;
    readonly netMinor: Estimate;
    readonly reviews: number;
    readonly precision: number | null;
  }[];
  /** By how many cards a day can be looked at, each at the threshold that is best for it. */
  readonly byCards: readonly {
    readonly cards: number;
    readonly fromMinor: number;
    readonly netMinor: Estimate;
    /** Of one who knows every fraud. */
    readonly perfectMinor: number;
  }[];
  /** What one more analyst adds, net of the cost of the looks. */
  readonly oneMore: {
    readonly cards: number;
    readonly addsMinor: Estimate;
    /** Looks that are worth their cost: of those that the analyst has time for. */
    readonly addsReviews: number;
  };
  readonly precisionByCards: readonly {
    readonly cards: number;
    readonly precision: Estimate;
    /** Of a perfect ranker. */
    readonly ceiling: number;
  }[];
  /** The greatest loss that is missed first. */
  readonly scenarios: readonly (ScenarioCatch & { readonly missedMinor: Estimate })[];
}

/** What a team can do. */
interface Team {
  readonly reviewsPerDay: number;
  readonly reviewCostMinor: number;
  readonly cardsPerAnalyst: number;
}

const stepsOfCards = 20;
const seed = 1;

/**
 * @param days with one card at least
 * @param resamples of whole cards, drawn with replacement: 95 % percentile intervals (Field and Welsh 2007). Thresholds stay
 *   those of all cards.
 */
export async function capacityFigures(
  days: ReviewDays,
  team: Team,
  resamples: number,
): Promise<CapacityFigures> {
  const { reviewsPerDay, reviewCostMinor, cardsPerAnalyst } = team;
  const thresholds = thresholdsFor(days);
  const bestFor = (cards: number) =>
    bestThreshold(days, { reviewsPerDay: cards, reviewCostMinor }, thresholds).fromMinor;
  const at = (cards: number, fromMinor: number): Looking => ({
    reviewsPerDay: cards,
    fromMinor,
    reviewCostMinor,
  });
  const [now, more] = [reviewsPerDay, reviewsPerDay + cardsPerAnalyst].map((cards) =>
    at(cards, bestFor(cards)),
  );
  const asked = thresholds.map((fromMinor) => at(reviewsPerDay, fromMinor));
  const workloads: Looking[] = [];
  for (const cards of cardSteps(days, now.reviewsPerDay, more.reviewsPerDay)) {
    // Each tries every threshold; between two, payments that wait for their decision get their turn.
    await setImmediate();
    workloads.push(at(cards, bestFor(cards)));
  }
  const scenarios = catchByScenario(days, now);

  const net = (looking: Looking, times: Times) => reviewValue(days, looking, times).netMinor;
  const estimates = await estimatesOf(days.cards, resamples, (times) => {
    const caught = catchByScenario(days, now, times);
    return [
      [net(now, times), net(more, times) - net(now, times)],
      asked.map((looking) => net(looking, times)),
      workloads.map((looking) => net(looking, times)),
      workloads.map(({ reviewsPerDay: k }) => precisionAtK(days, k, times).precision),
      scenarios.map(({ scenario }) => {
        const own = caught.find((one) => one.scenario === scenario);
        return own === undefined ? 0 : (own.lossMinor - own.caughtMinor) / days.days.length;
      }),
    ];
  });
  const [[netMinor, addsMinor], byThreshold, byCards, precisions, missed] = estimates;

  const byDay = dayByDay(days, now);
  const value = reviewValue(days, now);
  return {
    best: {
      fromMinor: now.fromMinor,
      value,
      netMinor,
      chosenBeforeMinor: chosenBefore(days, asked),
      worstDayMinor: Math.min(...byDay),
      bestDayMinor: Math.max(...byDay),
    },
    byThreshold: asked.map((looking, place) => {
      const { reviews, precision } = reviewValue(days, looking);
      return {
        fromMinor: looking.fromMinor,
        netMinor: byThreshold[place],
        reviews,
        precision,
      };
    }),
    byCards: workloads.map(({ reviewsPerDay: cards, fromMinor }, place) => ({
      cards,
      fromMinor,
      netMinor: byCards[place],
      perfectMinor: perfectNetMinor(days, cards, reviewCostMinor),
    })),
    oneMore: {
      cards: cardsPerAnalyst,
      addsMinor,
      addsReviews: reviewValue(days, more).reviews - value.reviews,
    },
    precisionByCards: workloads.map(({ reviewsPerDay: cards }, place) => ({
      cards,
      precision: precisions[place],
      ceiling: precisionAtK(days, cards).ceiling,
    })),
    scenarios: scenarios.map((one, place) => ({ ...one, missedMinor: missed[place] })),
  };
}

/** Preferred numbers (IEC 60063, E12): twelve steps from one power of ten to the next, as amounts that people would name. */
const preferred = [10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82];

/** From a tenth of the currency's unit to a step above the greatest expected loss of the period, at which nobody looks. */
function thresholdsFor({ days }: ReviewDays): readonly number[] {
  const greatest = Math.max(...days.map(({ cards }) => cards[0].greatestMinor));
  const steps: number[] = [];
  for (let decade = 1; ; decade *= 10) {
    for (const step of preferred) {
      steps.push(step * decade);
      if (step * decade > greatest) return steps;
    }
  }
}

/** Evenly spaced numbers of cards, those of the team and of the team with one more among them; never more than pay in a day. */
function cardSteps({ days }: ReviewDays, now: number, more: number): readonly number[] {
  const most = Math.max(...days.map(({ cards }) => cards.length));
  const top = Math.min(Math.max(2 * now, now + 2 * (more - now)), Math.max(most, more));
  const steps = Array.from({ length: stepsOfCards }, (_, step) =>
    Math.round(((step + 1) * top) / stepsOfCards),
  );
  return [...new Set([1, now, more, ...steps])].sort((a, b) => a - b);
}

/** Net value of each day. */
const dayByDay = ({ days, cards }: ReviewDays, looking: Looking): readonly number[] =>
  days.map((day) => reviewValue({ days: [day], cards }, looking).netMinor);

function chosenBefore(days: ReviewDays, asked: readonly Looking[]): number {
  const nets = asked.map((looking) => dayByDay(days, looking));
  const totals = nets.map((ofDays) => ofDays.reduce((sum, net) => sum + net, 0));
  const ofDay = days.days.map((_, day) => {
    const others = totals.map((total, place) => total - nets[place][day]);
    return nets[others.lastIndexOf(Math.max(...others))][day];
  });
  return ofDay.reduce((sum, net) => sum + net, 0) / ofDay.length;
}

/** Lists of figures, each figure with its interval over resampled cards; others get their turn between two resamples. */
async function estimatesOf(
  cards: number,
  resamples: number,
  figures: (times: Times) => readonly (readonly number[])[],
): Promise<readonly (readonly Estimate[])[]> {
  const random = createRandom(seed);
  const drawn: (readonly (readonly number[])[])[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    await setImmediate();
    const times = new Uint8Array(cards);
    for (let draw = 0; draw < cards; draw++) times[random.below(cards)]++;
    drawn.push(figures(times));
  }
  return figures(null).map((list, which) =>
    list.map((value, place) => {
      const sorted = drawn.map((one) => one[which][place]).sort((a, b) => a - b);
      const lower = sorted[Math.floor(0.025 * (sorted.length - 1))];
      const upper = sorted[Math.ceil(0.975 * (sorted.length - 1))];
      return { value, lower, upper };
    }),
  );
}
