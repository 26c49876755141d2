/** A report in words: what a screen and a Markdown file both show. */
import type { Language } from '../vertical/contract.ts';
import { factsEn } from './facts.en.ts';
import type { Fact, FactValues } from './facts.ts';
import { factsZh } from './facts.zh.ts';
import { type ItemNumber, type ReportItem, type SectionName, sectionNames, sections } from './items.ts';
import { wordsEn } from './words.en.ts';
import type { FactWords, ReportNames, ReportWords, Say } from './words.ts';
import { wordsZh } from './words.zh.ts';

/** `partly` is `authors` with facts. */
export type ShownStatus = ReportItem['status'] | 'partly';

export interface WordedItem {
  readonly item: ItemNumber;
  readonly title: string;
  readonly status: ShownStatus;
  /** The status in words. */
  readonly standing: string;
  /** One a fact. */
  readonly lines: readonly string[];
  /** What is left to the authors, or why the item does not apply; null where it is reported. */
  readonly note: string | null;
}

export interface WordedReport {
  readonly title: string;
  /** How many items stand how. */
  readonly summary: string;
  readonly sections: readonly {
    readonly section: SectionName;
    readonly title: string;
    readonly items: readonly WordedItem[];
  }[];
}

const inLanguage: Readonly<
  Record<Language, { readonly words: ReportWords; readonly facts: FactWords; readonly locale: string }>
> = {
  en: { words: wordsEn, facts: factsEn, locale: 'en' },
  zh: { words: wordsZh, facts: factsZh, locale: 'zh-CN' },
};

export const reportWords = (language: Language): ReportWords => inLanguage[language].words;

/** @param names what the vertical calls the keys of its cards */
export function wordedReport(
  report: readonly ReportItem[],
  language: Language,
  names: ReportNames,
): WordedReport {
  const { words, facts } = inLanguage[language];
  const say = sayIn(language, names);
  const counts = { reported: 0, partly: 0, authors: 0, notApplicable: 0 };
  for (const item of report) counts[shownStatus(item)] += 1;
  const worded = report.map((item): WordedItem => {
    const status = shownStatus(item);
    return {
      item: item.item,
      title: words.titles[item.item],
      status,
      standing: words.statuses[status],
      lines: item.facts.map((one) => sentence(facts, one, say)),
      note: noteOf(item, words),
    };
  });
  return {
    title: words.title,
    summary: words.summary(counts),
    sections: sectionNames.map((section) => ({
      section,
      title: words.sections[section],
      items: worded.filter(({ item }) => sections[section].some((own) => own === item)),
    })),
  };
}

function shownStatus({ status, facts }: ReportItem): ShownStatus {
  return status === 'authors' && facts.length > 0 ? 'partly' : status;
}

function noteOf(item: ReportItem, words: ReportWords): string | null {
  switch (item.status) {
    case 'reported':
      return null;
    case 'authors':
      return words.toAdd(words.open[item.item]);
    case 'notApplicable':
      return words.exemptions[item.why];
  }
}

function sentence<Key extends keyof FactValues>(
  words: FactWords,
  { key, values }: Fact<Key>,
  say: Say,
): string {
  return words[key](values, say);
}

function sayIn(language: Language, names: ReportNames): Say {
  const { locale, words } = inLanguage[language];
  const written = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number) => format.format(value);
  };
  return {
    ...names,
    count: written({ maximumFractionDigits: 0 }),
    number: written({ maximumSignificantDigits: 4 }),
    share: written({ style: 'percent', maximumFractionDigits: 1 }),
    list: (parts) => parts.join(words.listSeparator),
  };
}
