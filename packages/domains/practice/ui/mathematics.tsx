/** Text with mathematics in it. KaTeX writes MathML beside what is seen, for screen readers. */
import 'katex/dist/katex.min.css';
import katex from 'katex';

/** @param text with LaTeX between dollar signs, of our own making */
export function Mathematics({ text, big = false }: { text: string; big?: boolean }) {
  return (
    <span className={big ? 'text-title leading-relaxed' : undefined}>
      {text.split('$').map((part, place) =>
        place % 2 === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no name but their place
          <span key={place}>{part}</span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Formula key={place} latex={part} />
        ),
      )}
    </span>
  );
}

function Formula({ latex }: { latex: string }) {
  const html = katex.renderToString(latex, { throwOnError: false, output: 'htmlAndMathml' });
  return (
    <span
      className="inline-block max-w-full overflow-x-auto overflow-y-hidden align-middle"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX escapes what it is given and trusts no command
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
