/** What a learner typed, as it came: formulas are drawn where they can be, everything else stands as text. */
import 'katex/dist/katex.min.css';
import katex from 'katex';

/** Larger sizes than this, in em, would let an answer cover the page. */
const largest = 5;

export function TypedAnswer({ typed }: { typed: string }) {
  const html = typed.includes('\\') ? drawn(typed) : null;
  if (html === null) return <span className="break-words">{typed}</span>;
  return (
    <span
      className="inline-block max-w-full overflow-x-auto overflow-y-hidden align-middle"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX escapes what it is given and trusts no command
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** Null where it is no formula. */
function drawn(latex: string): string | null {
  try {
    return katex.renderToString(latex, {
      ...{ throwOnError: true, output: 'htmlAndMathml', strict: 'ignore', trust: false },
      ...{ maxSize: largest, maxExpand: 100 },
    });
  } catch {
    return null;
  }
}
