/** What a team says of its work: what the screen of its worth is asked with. */
import { z } from 'zod';
import { minorUnitsPerUnit } from '../data/records.ts';

export interface Assumptions {
  /** Cards that the team looks at in a day at most. */
  readonly reviewsPerDay: number;
  readonly reviewCostMinor: number;
  /** Cards that one more analyst looks at in a day. */
  readonly cardsPerAnalyst: number;
  /** Of a fraud's amount, what is lost for good where it goes through; 0 to 1. */
  readonly lossShare: number;
}

/**
 * 100 cards at 5 each, and a fraud that loses its amount, are the question that a lead asks. Twelve minutes a card, in a
 * day of eight hours, are 40 cards an analyst.
 */
export const usualAssumptions: Assumptions = {
  reviewsPerDay: 100,
  reviewCostMinor: 500,
  cardsPerAnalyst: 40,
  lossShare: 1,
};

/** How the fields are called in an address and in a form, in the order of the form. */
export const assumptionFields = ['cards', 'cost', 'analyst', 'loss'] as const;
export type AssumptionField = (typeof assumptionFields)[number];

/** What a field may hold, written as people write it. */
export const fieldLimits: Readonly<
  Record<AssumptionField, { readonly least: number; readonly most: number }>
> = {
  cards: { least: 1, most: 10_000 },
  cost: { least: 0, most: 10_000 },
  analyst: { least: 1, most: 1_000 },
  loss: { least: 1, most: 100 },
};

const within = (field: AssumptionField) => {
  const { least, most } = fieldLimits[field];
  return z.coerce.number().min(least).max(most);
};
const whole = (field: AssumptionField) => within(field).int();

const schemas = {
  cards: whole('cards'),
  cost: within('cost').multipleOf(1 / minorUnitsPerUnit),
  analyst: whole('analyst'),
  loss: whole('loss'),
} as const satisfies Readonly<Record<AssumptionField, z.ZodType<number>>>;

/** What an address asks for: a field that says nothing, or nothing that can be meant, is as usual. */
export interface ReadAssumptions {
  readonly assumptions: Assumptions;
  /** As they stand in the form. */
  readonly texts: Readonly<Record<AssumptionField, string>>;
  /** Fields whose text cannot be meant. */
  readonly misunderstood: readonly AssumptionField[];
}

export function readAssumptions(
  given: Readonly<Record<string, string | readonly string[] | undefined>>,
): ReadAssumptions {
  const usual = textsOf(usualAssumptions);
  const texts = { ...usual };
  const values = { ...usual };
  const misunderstood: AssumptionField[] = [];
  for (const field of assumptionFields) {
    const text = given[field];
    if (typeof text !== 'string' || text.trim() === '') continue;
    texts[field] = text.trim();
    if (schemas[field].safeParse(texts[field]).success) values[field] = texts[field];
    else misunderstood.push(field);
  }
  const assumptions = {
    reviewsPerDay: schemas.cards.parse(values.cards),
    reviewCostMinor: Math.round(minorUnitsPerUnit * schemas.cost.parse(values.cost)),
    cardsPerAnalyst: schemas.analyst.parse(values.analyst),
    lossShare: schemas.loss.parse(values.loss) / 100,
  };
  return { assumptions, texts, misunderstood };
}

/** The fields' texts that say the same; a query of them shows it to somebody else. */
function textsOf({
  reviewsPerDay,
  reviewCostMinor,
  cardsPerAnalyst,
  lossShare,
}: Assumptions): Record<AssumptionField, string> {
  return {
    cards: String(reviewsPerDay),
    cost: String(reviewCostMinor / minorUnitsPerUnit),
    analyst: String(cardsPerAnalyst),
    loss: String(Math.round(100 * lossShare)),
  };
}
