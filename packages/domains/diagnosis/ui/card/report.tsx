/** The card as a report for a paper: every item of TRIPOD+AI, what the run says of it and what it cannot. */
import type { ModelCard } from '@praxis/core';
import { reportMarkdown, reportOf, type WordedItem, wordedReport } from '@praxis/core/report';
import { Badge, type BadgeTone, Disclosure, DownloadMarkdown } from '@praxis/ui';
import { reportNames } from '../../words/report-names.ts';
import type { Wording } from '../wording.ts';

const tones: Readonly<Record<WordedItem['status'], BadgeTone>> = {
  reported: 'accent',
  partly: 'accent',
  authors: 'neutral',
  notApplicable: 'neutral',
};

export function Report({
  card,
  artifact,
  wording,
}: {
  card: ModelCard;
  /** Content hash of the model's folder. */
  artifact: string;
  wording: Wording;
}) {
  const language = wording.language === 'zh' ? 'zh' : 'en';
  const names = reportNames(language);
  const report = wordedReport(reportOf(card), language, names);
  return (
    <Disclosure remember="card-report" summary={<h2 className="text-title text-ink">{report.title}</h2>}>
      <div className="flex max-w-prose flex-col gap-6">
        <div>
          <p className="text-muted">{report.summary}</p>
          <div data-print="hide">
            <DownloadMarkdown
              file={`report-${card.outcome}`}
              text={reportMarkdown(card, artifact, language, names)}
              label={wording.screen('card.reportDownload')}
            />
          </div>
        </div>
        {report.sections.map(({ section, title, items }) => (
          <section key={section} className="flex flex-col gap-3">
            <h3 className="font-strong">{title}</h3>
            {items.map((item) => (
              <Item key={item.item} item={item} />
            ))}
          </section>
        ))}
      </div>
    </Disclosure>
  );
}

function Item({ item: { item, title, status, standing, lines, note } }: { item: WordedItem }) {
  return (
    <div>
      <h4 className="flex flex-wrap items-baseline gap-x-2">
        <span className="w-8 text-muted tabular-nums">{item}</span>
        {title}
        <Badge tone={tones[status]}>{standing}</Badge>
      </h4>
      {lines.length === 0 ? null : (
        <ul className="ml-10 list-disc pl-4 text-small wrap-anywhere">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {note === null ? null : <p className="ml-10 text-small text-muted">{note}</p>}
    </div>
  );
}
