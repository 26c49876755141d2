/** Reads a story's slots back from its text alone. */
import { situations } from '../situations/index.ts';
import type { Situation, Slots, StoryLanguage } from '../story.ts';
import { english } from './english.ts';
import { type Entity, markEntities } from './entities.ts';
import { mandarin } from './mandarin.ts';
import type { LanguageReading, SituationReading } from './reading-table.ts';

export interface Reading {
  readonly situation: string;
  readonly slots: Slots;
}

/** A sentence that a situation may tell, or a question that it may ask. */
interface Sentence {
  readonly pattern: RegExp;
  /** What it tells beside its entities. */
  readonly tells: string | null;
}

interface Reader {
  readonly situation: Situation;
  readonly steps: readonly (readonly Sentence[])[];
  readonly needs: readonly string[];
  readonly asks: readonly { readonly asked: string; readonly form: string; readonly sentence: Sentence }[];
}

const nameKinds: Readonly<Record<string, string>> = {
  ...{ a: 'person', b: 'person', t: 'thing', e: 'each', n: 'howmany', i: 'item', ti: 'theitem' },
};

const tables: Readonly<Record<StoryLanguage, LanguageReading>> = { en: english, zh: mandarin };
const readers: Readonly<Record<StoryLanguage, readonly Reader[]>> = {
  en: readersOf(english),
  zh: readersOf(mandarin),
};

/**
 * Every sentence must be understood in full, in the order of the story, and every slot must be told exactly once.
 * @returns null where that is not so, or where more than one situation fits
 */
export function readStory(text: string, language: StoryLanguage): Reading | null {
  const { lead, sentenceEnd, frames } = tables[language];
  const plain = text.trim().toLowerCase().replaceAll('，', ',').replaceAll('：', ':').replace(lead, '');
  const marked = markEntities(plain, language);
  const sentences = marked.text.split(sentenceEnd);
  const question = sentences.pop() ?? '';
  const framed = frames.flatMap(({ pattern, form }) => {
    const inside = pattern.exec(question)?.[1];
    return inside === undefined ? [] : [{ inside, form }];
  });
  const statements = sentences.map((sentence) => /^(.+)[.。]$/.exec(sentence)?.[1]);
  const told = statements.filter((statement) => statement !== undefined);
  if (told.length < statements.length) return null;
  const readings = readers[language].flatMap((reader) =>
    framed.flatMap(({ inside, form }) =>
      reader.asks.flatMap((ask) => {
        const found = new Finding(reader.situation, marked.entities);
        const fits = ask.form === form && found.take(ask.sentence, inside, true);
        const slots = fits ? readStatements(reader, told, found, ask.asked) : null;
        return slots === null ? [] : [{ situation: reader.situation.id, slots }];
      }),
    ),
  );
  const [reading, ...others] = readings;
  return reading === undefined || others.length > 0 ? null : reading;
}

/** Whether two problems are the same one. */
export function sameSlots(a: Slots, b: Slots): boolean {
  const ordered = ({ people, thing, item, asked, numbers }: Slots) =>
    JSON.stringify([people, thing, item, asked, Object.entries(numbers).sort()]);
  return ordered(a) === ordered(b);
}

function readStatements(
  reader: Reader,
  told: readonly string[],
  found: Finding,
  asked: string,
): Slots | null {
  let step = 0;
  for (const statement of told) {
    while (step < reader.steps.length && !takes(step)) step++;
    if (step === reader.steps.length) return null;

    function takes(index: number): boolean {
      return (reader.steps[index] ?? []).some((sentence) => found.take(sentence, statement, false));
    }
  }
  return found.slots(reader.needs, asked);
}

/** What the sentences read so far say. */
class Finding {
  readonly #situation: Situation;
  readonly #entities: readonly Entity[];
  readonly #numbers = new Map<string, number>();
  /** Which keys of the lexicon a name may still stand for. */
  readonly #names = new Map<string, readonly string[]>();
  readonly #told = new Set<string>();

  constructor(situation: Situation, entities: readonly Entity[]) {
    this.#situation = situation;
    this.#entities = entities;
  }

  /** Takes what a sentence says, if it fits what was said before. */
  take({ pattern, tells }: Sentence, text: string, question: boolean): boolean {
    const match = pattern.exec(text);
    if (match === null || (tells !== null && this.#told.has(tells))) return false;
    const numbers: [string, number][] = [];
    const names = new Map(this.#names);
    for (const [group, index] of Object.entries(match.groups ?? {})) {
      const entity = index === undefined ? undefined : this.#entities[Number(index)];
      if (entity === undefined) continue;
      const role = group.replace(/_\d+$/, '');
      if (this.#situation.numbers[role] !== undefined) {
        if (this.#numbers.has(role)) return false;
        numbers.push([role, entity.value]);
      }
      if (entity.keys.length === 0) continue;
      const name = nameRole(role);
      const before = names.get(name);
      const common = before === undefined ? entity.keys : before.filter((key) => entity.keys.includes(key));
      if (common.length === 0) return false;
      names.set(name, common);
    }
    // What is asked about may be said in the question too, but an item must be told before.
    if (tells !== null) this.#told.add(tells);
    if (!question && names.has('item')) this.#told.add('item');
    for (const [role, value] of numbers) this.#numbers.set(role, value);
    for (const [role, keys] of names) this.#names.set(role, keys);
    return true;
  }

  /** null where something is missing. */
  slots(needs: readonly string[], asked: string): Slots | null {
    const { people, names, numbers } = this.#situation;
    const key = (role: string) => {
      const keys = this.#names.get(role) ?? [];
      return keys.length === 1 ? (keys[0] ?? null) : null;
    };
    const cast = ['a', 'b'].slice(0, people).map(key);
    const who = cast.filter((person) => person !== null);
    const thing = names === 'things' ? key('thing') : null;
    const item = names === 'items' ? key('item') : null;
    const complete =
      who.length === people &&
      new Set(who).size === people &&
      (names !== 'things' || thing !== null) &&
      (names !== 'items' || item !== null) &&
      needs.every((need) => this.#told.has(need)) &&
      Object.keys(numbers).every((role) => this.#numbers.has(role));
    if (!complete) return null;
    return { people: who, thing, item, asked, numbers: Object.fromEntries(this.#numbers) };
  }
}

/** Counted things, bare nouns and measure words all name the thing. */
function nameRole(role: string): string {
  if (role === 'a' || role === 'b') return role;
  return role === 'i' || role === 'ti' ? 'item' : 'thing';
}

function readersOf({ situations: table }: LanguageReading): readonly Reader[] {
  return situations.flatMap((situation) => {
    const reading = table[situation.id];
    return reading === undefined ? [] : [readerOf(situation, reading)];
  });
}

function readerOf(situation: Situation, { steps, needs = [], asks }: SituationReading): Reader {
  const sentence = (written: string): Sentence => {
    const tells = /^!(\w+) /.exec(written)?.[1] ?? null;
    return { pattern: compiled(situation, written.replace(/^!\w+ /, '')), tells };
  };
  return {
    situation,
    steps: steps.map((sentences) => sentences.map(sentence)),
    needs,
    asks: Object.entries(asks).flatMap(([asked, forms]) =>
      Object.entries(forms).map(([form, written]) => ({ asked, form, sentence: sentence(written) })),
    ),
  };
}

/** A regular expression over a marked text whose groups are the roles; a role that stands twice has a number behind it. */
function compiled(situation: Situation, written: string): RegExp {
  let groups = 0;
  const source = written.replaceAll('(', '(?:').replace(/\{(\w+)\}/g, (_, role: string) => {
    const kind = situation.numbers[role] ?? nameKinds[role];
    return `⟨${kind}:(?<${role}_${groups++}>\\d+)⟩`;
  });
  return new RegExp(`^(?:${source})$`);
}
