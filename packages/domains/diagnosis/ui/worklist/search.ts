/** The search text of the worklist: a person's number, or diagnoses by their words in either language. */
import type { SearchTarget } from './filter.ts';

/** A diagnosis code with every name that people may type for it. */
export interface DiagnosisNames {
  readonly code: string;
  readonly names: readonly string[];
}

export type SearchResult =
  | { readonly ok: true; readonly target: SearchTarget }
  | {
      readonly ok: false;
      readonly part: string /** Several that it may mean; none where it is unknown. */;
      readonly candidates: readonly string[];
    };

/** Short forms that stand in no word list. */
const shortForms: Readonly<Record<string, readonly string[]>> = {
  hypertension: ['htn'],
  diabetes: ['dm', 't2dm'],
  nafld: ['masld', 'fatty liver'],
  myocardialInfarction: ['mi', 'heart attack'],
  angina: ['ischaemia', 'ischemia'],
  heartFailure: ['hf', 'chf'],
  stroke: ['cva'],
  atrialFibrillation: ['af', 'afib'],
  dyslipidemia: ['dyslipidaemia', 'hyperlipidemia', 'hyperlipidaemia'],
};

/** Finds the one diagnosis that a text means: a whole name first, then the start of one, then a piece of one. */
function candidates(part: string, vocabulary: readonly DiagnosisNames[]): readonly string[] {
  const wanted = part.toLowerCase();
  const named = vocabulary.map(({ code, names }) => ({
    code,
    names: [code, ...names, ...(shortForms[code] ?? [])].map((name) => name.toLowerCase()),
  }));
  const tests = [
    (name: string) => name === wanted,
    (name: string) => name.startsWith(wanted),
    (name: string) => name.includes(wanted),
  ];
  for (const test of tests) {
    const found = named.filter(({ names }) => names.some(test)).map(({ code }) => code);
    if (found.length > 0) return found;
  }
  return [];
}

/** Diagnoses are separated by commas (Latin or Chinese), `+`, `&`, "and" or 和; all must be present. */
export function parseSearch(text: string, vocabulary: readonly DiagnosisNames[]): SearchResult {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, target: {} };
  const number = /^(?:#|person\s*|患者\s*)?(\d{1,9})$/i.exec(trimmed)?.[1];
  if (number !== undefined) return { ok: true, target: { personId: Number(number) } };
  const parts = trimmed
    .split(/[,，、;；+&]|\band\b|和/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const codes: string[] = [];
  for (const part of parts) {
    const found = candidates(part, vocabulary);
    const [only] = found;
    if (only === undefined || found.length > 1) return { ok: false, part, candidates: found };
    codes.push(only);
  }
  return { ok: true, target: { diagnosed: [...new Set(codes)] } };
}
