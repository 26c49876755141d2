/** The report after TRIPOD+AI, as Markdown and for machines, in the words of the model's vertical. */
import type { Language, ModelCard } from '@praxis/core';
import { plainNames, type ReportNames, reportMarkdown, reportOf, wordedReport } from '@praxis/core/report';
import { diagnosis, reportNames } from '@praxis/diagnosis';

function namesFor({ vertical }: ModelCard, language: Language): ReportNames {
  return vertical === diagnosis.id ? reportNames(language) : plainNames;
}

export function reportText(card: ModelCard, artifact: string, language: Language): string {
  return reportMarkdown(card, artifact, language, namesFor(card, language));
}

/** Facts as keys and values; titles, and what is left to the authors, in the language. */
export function reportJson(card: ModelCard, artifact: string, language: Language): object {
  const report = reportOf(card);
  const words = wordedReport(report, language, namesFor(card, language));
  const worded = new Map(words.sections.flatMap(({ items }) => items.map((one) => [one.item, one] as const)));
  const items = report.map(({ item, status, facts }) => ({
    item,
    title: worded.get(item)?.title,
    status,
    facts,
    note: worded.get(item)?.note,
  }));
  return { artifact, guideline: 'TRIPOD+AI', language, items };
}
