/** A report as a Markdown file, to be finished by the people who publish the model. */
import type { ModelCard } from '../registry/card.ts';
import type { Language } from '../vertical/contract.ts';
import { reportOf } from './report.ts';
import { reportWords, wordedReport } from './worded.ts';
import type { ReportNames } from './words.ts';

/**
 * @param artifact content hash of the model's folder
 * @param names what the vertical calls the keys of its cards
 */
export function reportMarkdown(
  card: ModelCard,
  artifact: string,
  language: Language,
  names: ReportNames,
): string {
  const words = reportWords(language);
  const { summary, sections } = wordedReport(reportOf(card), language, names);
  const blocks = [
    `# ${words.withOutcome(escaped(names.outcome(card.outcome)))}`,
    words.source(artifact, card.createdAt.slice(0, 10)),
    summary,
    ...sections.flatMap((section) => [
      `## ${section.title}`,
      ...section.items.flatMap(({ item, title, standing, lines, note }) => [
        `### ${item} ${words.withStanding(title, standing)}`,
        ...(lines.length === 0 ? [] : [lines.map((line) => `- ${escaped(line)}`).join('\n')]),
        ...(note === null ? [] : [`_${note}_`]),
      ]),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Names of columns and files are no markup. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ');
}
