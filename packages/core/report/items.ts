/** The items of TRIPOD+AI (Collins et al., BMJ 2024;385:e078378) by number, and what may be said of one. */
import type { Fact } from './facts.ts';

/** In the order of the statement, under the headings of a paper. */
export const sections = {
  front: ['1', '2'],
  introduction: ['3a', '3b', '3c', '4'],
  data: ['5a', '5b', '6a', '6b', '6c', '7', '8a', '8b', '8c', '9a', '9b', '9c', '10', '11'],
  analysis: ['12a', '12b', '12c', '12d', '12e', '12f', '12g', '13', '14', '15', '16'],
  openness: ['17', '18a', '18b', '18c', '18d', '18e', '18f', '19'],
  results: ['20a', '20b', '20c', '21', '22', '23a', '23b', '24'],
  discussion: ['25', '26', '27a', '27b', '27c'],
} as const;
export type SectionName = keyof typeof sections;

export const sectionNames = [
  'front',
  'introduction',
  'data',
  'analysis',
  'openness',
  'results',
  'discussion',
] as const satisfies readonly SectionName[];

export type ItemNumber = (typeof sections)[SectionName][number];

/** What every card holds, or what no run of this engine does. */
type NeverLeft = '12a' | '12e' | '12f' | '12g' | '15' | '23b' | '24';

/** What the people who publish a model may have to add to. */
export type OpenItem = Exclude<ItemNumber, NeverLeft>;

/** Why an item does not apply. */
export type Exemption = 'notUpdated' | 'clustersNotExamined' | 'rowsNotWeighted' | 'sameData';

export type ReportItem =
  /** The card holds what the item asks for. */
  | { readonly item: ItemNumber; readonly status: 'reported'; readonly facts: readonly Fact[] }
  /** No run can know it, or all of it: `facts` is the part that the card holds. */
  | { readonly item: OpenItem; readonly status: 'authors'; readonly facts: readonly Fact[] }
  | {
      readonly item: ItemNumber;
      readonly status: 'notApplicable';
      readonly why: Exemption;
      readonly facts: readonly Fact[];
    };

export const reported = (item: ItemNumber, facts: readonly Fact[]): ReportItem => ({
  item,
  status: 'reported',
  facts,
});

export const authors = (item: OpenItem, facts: readonly Fact[] = []): ReportItem => ({
  item,
  status: 'authors',
  facts,
});

export const notApplicable = (item: ItemNumber, why: Exemption): ReportItem => ({
  item,
  status: 'notApplicable',
  why,
  facts: [],
});

/** Where the card may lack what the item asks for. */
export const reportedIf = (holds: boolean, item: OpenItem, facts: readonly Fact[]): ReportItem =>
  holds ? reported(item, facts) : authors(item, facts);
