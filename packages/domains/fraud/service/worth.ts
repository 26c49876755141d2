/** Answers "We review 100 cards a day, a review costs 5, a fraud loses its amount" from what the model's recipe had not seen. */
import { type Scenario, scenarios } from '../data/records.ts';
import { daySeconds } from '../features/windows.ts';
import type { Assumptions } from './assumptions.ts';
import { type JudgedPayment, reviewDays } from './capacity.ts';
import { type CapacityFigures, capacityFigures } from './capacity-figures.ts';

/** A payment with the score of a model that was trained on earlier ones, and what is known of it. */
export interface HeldOutPayment {
  /** Since 1970. */
  readonly timeSeconds: number;
  readonly customer: number;
  readonly amountMinor: number;
  readonly currency: string;
  readonly simulated: boolean;
  readonly probability: number;
  readonly fraud: boolean;
  /** Of a fraud, where a simulator tells it. */
  readonly scenario: string | null;
}

/** What the worth of reviews is counted from; `db/queries/` satisfies it. */
export interface WorthStore {
  /** The artifact that serves, null before the first is ready. */
  champion(outcome: 'fraud'): Promise<string | null>;
  /** In the order of time; empty where none are kept of the model. */
  heldOut(artifact: string): Promise<readonly HeldOutPayment[]>;
}

/** Payments that the figures are counted from. */
export interface JudgedPeriod {
  readonly artifact: string;
  readonly currency: string;
  readonly simulated: boolean;
  readonly fromSeconds: number;
  readonly untilSeconds: number;
  readonly days: number;
  readonly payments: number;
  readonly cards: number;
  readonly frauds: number;
  /** A mean a day of all that frauds lose where nobody looks. */
  readonly lostMinor: number;
}

export type Worth =
  | { readonly kind: 'figures'; readonly period: JudgedPeriod; readonly figures: CapacityFigures }
  /** No model serves yet. */
  | { readonly kind: 'noModel' }
  /** No scores are kept of the model: it was trained before they were, or is closed by now. */
  | { readonly kind: 'noScores'; readonly artifact: string }
  /** Amounts of different currencies are not added up. */
  | { readonly kind: 'severalCurrencies'; readonly currencies: readonly string[] };

export interface WorthService {
  /** @param model an artifact; null: the one that serves */
  worth(assumptions: Assumptions, model: string | null): Promise<Worth>;
}

const resamples = 200;

export function createWorthService(store: WorthStore): WorthService {
  return {
    async worth(assumptions, model) {
      const artifact = model ?? (await store.champion('fraud'));
      if (artifact === null) return { kind: 'noModel' };
      const payments = wholeDays(await store.heldOut(artifact));
      const [first] = payments;
      if (first === undefined) return { kind: 'noScores', artifact };
      const currencies = [...new Set(payments.map(({ currency }) => currency))];
      if (currencies.length > 1) return { kind: 'severalCurrencies', currencies };
      const judged = payments.map((payment) => judgedPayment(payment, assumptions.lossShare));
      const days = reviewDays(judged);
      const frauds = judged.filter(({ fraud }) => fraud);
      const period: JudgedPeriod = {
        artifact,
        currency: first.currency,
        simulated: payments.some(({ simulated }) => simulated),
        fromSeconds: first.timeSeconds,
        untilSeconds: payments[payments.length - 1].timeSeconds,
        days: days.days.length,
        payments: payments.length,
        cards: days.cards,
        frauds: frauds.length,
        lostMinor: frauds.reduce((sum, { lossMinor }) => sum + lossMinor, 0) / days.days.length,
      };
      return { kind: 'figures', period, figures: await capacityFigures(days, assumptions, resamples) };
    },
  };
}

const dayOf = ({ timeSeconds }: HeldOutPayment): number => Math.floor(timeSeconds / daySeconds);

/** A day of which only a part was held out would count as one with little to do; where there is no other, it stays. */
function wholeDays(payments: readonly HeldOutPayment[]): readonly HeldOutPayment[] {
  const [first, last] = [payments[0], payments[payments.length - 1]];
  if (first === undefined || last === undefined) return [];
  const from = dayOf(first) + 1;
  const until = dayOf(last) - 1;
  const whole = payments.filter((payment) => dayOf(payment) >= from && dayOf(payment) <= until);
  return whole.length === 0 ? payments : whole;
}

function judgedPayment(payment: HeldOutPayment, lossShare: number): JudgedPayment {
  const lossMinor = lossShare * payment.amountMinor;
  return {
    day: dayOf(payment),
    timeSeconds: payment.timeSeconds,
    customer: payment.customer,
    lossMinor,
    expectedLossMinor: payment.probability * lossMinor,
    fraud: payment.fraud,
    scenario: scenarioOf(payment.scenario),
  };
}

const scenarioOf = (name: string | null): Scenario | null => scenarios.find((one) => one === name) ?? null;
