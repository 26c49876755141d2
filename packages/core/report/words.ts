/** What each language has to say: titles, what is left to the authors, and a sentence for every kind of fact. */
import type { FactValues } from './facts.ts';
import type { Exemption, ItemNumber, OpenItem, ReportItem, SectionName } from './items.ts';

/** What the vertical calls the keys that a card holds; a key of its own stands for itself. */
export interface ReportNames {
  readonly outcome: (key: string) => string;
  /** What exactly the outcome is; null where nothing more is known. */
  readonly definition: (outcome: string) => string | null;
  readonly excluded: (key: string) => string;
  readonly limit: (key: string) => string;
  readonly feature: (name: string) => string;
  readonly unit: (feature: string, unit: string) => string;
  readonly group: (group: string) => string;
  readonly level: (group: string, level: string) => string;
}

/** Of a table, whose columns name themselves. */
export const plainNames: ReportNames = {
  outcome: (key) => key,
  definition: () => null,
  excluded: (key) => key,
  limit: (key) => key,
  feature: (name) => name,
  unit: (_, unit) => unit,
  group: (group) => group,
  level: (_, level) => level,
};

/** Numbers in a language, and the vertical's names. */
export interface Say extends ReportNames {
  readonly count: (value: number) => string;
  /** Four significant digits. */
  readonly number: (value: number) => string;
  readonly share: (value: number) => string;
  readonly list: (parts: readonly string[]) => string;
}

export type FactWords = {
  readonly [Key in keyof FactValues]: (values: FactValues[Key], say: Say) => string;
};

export interface ReportWords {
  readonly title: string;
  /** The title of a file. */
  readonly withOutcome: (outcome: string) => string;
  /** The title of an item and how it stands. */
  readonly withStanding: (title: string, standing: string) => string;
  readonly source: (artifact: string, date: string) => string;
  readonly summary: (counts: Readonly<Record<ReportItem['status'] | 'partly', number>>) => string;
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly titles: Readonly<Record<ItemNumber, string>>;
  /** `partly`: left to the authors, but for what the card holds. */
  readonly statuses: Readonly<Record<ReportItem['status'] | 'partly', string>>;
  /** What the authors have to say, where the card does not hold it. */
  readonly open: Readonly<Record<OpenItem, string>>;
  readonly exemptions: Readonly<Record<Exemption, string>>;
  readonly toAdd: (what: string) => string;
  readonly listSeparator: string;
}
