/** How a story looks to the language model: its slots are symbols, so that no number, unit or name can be miswritten. */
import {
  frames,
  rolesOf,
  type Situation,
  type StoryLanguage,
  situations,
  suitableLeads,
} from '../../data/stories/index.ts';

/** Most numbers that a situation has. */
const mostNumbers = 6;
const named = ['a', 'b', 'thing', 'each', 'howmany', 'item', 'theitem'];

/** Begins what the model is to write. */
const rewordSymbol = '<reword>';
const languageSymbols: Readonly<Record<StoryLanguage, string>> = { en: '<en>', zh: '<zh>' };
const leadSymbol = (lead: string) => `<begin:${lead}>`;
const frameSymbol = (frame: string) => `<ask:${frame}>`;
/** What happens and what is asked are locked like the numbers. */
const storySymbol = (id: string) => `<story:${id}>`;
const askedSymbol = (asked: string) => `<asked:${asked}>`;

export const controlSymbols: readonly string[] = [
  rewordSymbol,
  ...Object.values(languageSymbols),
  ...suitableLeads(false).map(leadSymbol),
  ...Object.keys(frames).map(frameSymbol),
  ...situations.map(({ id }) => storySymbol(id)),
  ...new Set(situations.flatMap(({ asked }) => asked.map(askedSymbol))),
];

/** Each also with a space before it, as English has it: one symbol instead of two. */
export const slotSymbols: readonly string[] = [
  ...named,
  ...Array.from({ length: mostNumbers }, (_, index) => `n${index + 1}`),
].flatMap((name) => [`[${name}]`, ` [${name}]`]);

/** How a rewording shall begin and ask; both are told to the model. */
export interface Manner {
  readonly lead: string;
  readonly frame: string;
}

/** What the model is given before it writes. */
export function beginningFor(
  situation: Situation,
  language: StoryLanguage,
  wording: string,
  asked: string,
  { lead, frame }: Manner,
): string {
  const manner = `${languageSymbols[language]}${leadSymbol(lead)}${frameSymbol(frame)}`;
  const locked = `${storySymbol(situation.id)}${askedSymbol(asked)}`;
  return `${manner}${locked}${symbolsFor(situation, language, wording)}${rewordSymbol}`;
}

/** A wording with symbols for its roles. A number's symbol is its place in the situation, whatever it means there. */
export function symbolsFor(situation: Situation, language: StoryLanguage, wording: string): string {
  const symbols = symbolByRole(situation, language);
  return wording.replace(/\{(\w+)\}/g, (_, role: string) => symbols.get(role) ?? '');
}

/** The way back. @returns null where a symbol stands for no role of the situation */
export function wordingFrom(situation: Situation, language: StoryLanguage, written: string): string | null {
  const roles = new Map([...symbolByRole(situation, language)].map(([role, symbol]) => [symbol, role]));
  let known = true;
  const wording = written.replace(/\[\w+\]/g, (symbol) => {
    const role = roles.get(symbol);
    if (role === undefined) known = false;
    return `{${role}}`;
  });
  return known ? wording : null;
}

function symbolByRole(situation: Situation, language: StoryLanguage): ReadonlyMap<string, string> {
  const numbers = Object.keys(situation.numbers);
  return new Map(
    rolesOf(situation, language).map((role) => {
      const place = numbers.indexOf(role);
      return [role, place < 0 ? `[${role}]` : `[n${place + 1}]`];
    }),
  );
}
