/** The two layouts of response files in the literature, both a few lines a learner with commas between the fields. */

export type LineName = 'ids' | 'count' | 'problems' | 'skills' | 'answers';

/**
 * `problems`: ids, problems, skills, answers (Ghosh, Heffernan and Lan 2020). `skills`: how many, skills, answers (Piech and
 * others 2015).
 */
export type Layout = 'problems' | 'skills';

export const layoutLines: Readonly<Record<Layout, readonly LineName[]>> = {
  problems: ['ids', 'problems', 'skills', 'answers'],
  skills: ['count', 'skills', 'answers'],
};

/** A comma may end a line, as in some copies of these files. */
export function fieldsOf(line: string): readonly string[] {
  const text = line.trim();
  return (text.endsWith(',') ? text.slice(0, -1) : text).split(',').map((field) => field.trim());
}

const isAnswers = (fields: readonly string[]) => fields.every((field) => field === '0' || field === '1');

/**
 * By the first learner's lines: three lines where the first is the length of the others, four where lines 2 to 4 are as long
 * as each other and the last holds answers. A first learner who is neither is told by the first line alone, so that the
 * error that follows speaks of the layout that was meant.
 */
export function layoutOf(lines: readonly string[]): Layout {
  const [first = [], second = [], third = [], fourth = []] = lines.slice(0, 4).map(fieldsOf);
  const alike = second.length === third.length;
  if (first.length === 1 && alike && isAnswers(third) && first[0] === String(second.length)) return 'skills';
  if (alike && third.length === fourth.length && isAnswers(fourth)) return 'problems';
  return first.length === 1 ? 'skills' : 'problems';
}
