/** The page that stands in for every other while the database does not answer: it needs nothing but itself. */
import { en } from '../words/en.ts';
import type { Language } from '../words/language.ts';
import { zh } from '../words/zh.ts';

export const retrySeconds = 5;

const words = { en: en.states, zh: zh.states };

/** A whole HTML document that loads itself again every five seconds; `nonce` lets its style pass the content policy. */
export function unavailablePage(language: Language, nonce: string): string {
  const { unavailableTitle, unavailable } = words[language];
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${retrySeconds}">
<title>${unavailableTitle} · ${en.product}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; background: light-dark(#fcfcfb, #121416); color: light-dark(#1b1d1f, #e9ebed) }
main { max-width: 40rem; margin: 12vh auto 0; padding: 0 1rem; font: 0.875rem/1.6 system-ui, sans-serif }
h1 { font-size: 1.875rem; line-height: 1.2; font-weight: 620 }
</style>
<main>
<p>503</p>
<h1>${unavailableTitle}</h1>
<p>${unavailable}</p>
</main>
</html>
`;
}
