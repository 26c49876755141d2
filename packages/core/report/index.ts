/** The engine's door for reports: a model card in the words of a reporting guideline, without the engine behind it. */
export { reportMarkdown } from './markdown.ts';
export { reportOf } from './report.ts';
export { type ShownStatus, type WordedItem, type WordedReport, wordedReport } from './worded.ts';
export { plainNames, type ReportNames } from './words.ts';
