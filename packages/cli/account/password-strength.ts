/** Whether a password is worth having: length before all (NIST SP 800-63B), and nothing that is tried first. */

const shortest = 12;
const longest = 128;
const fewestKinds = 6;

/** What people begin with; a password must be long enough without them. */
const tried =
  /passwor[dt]|praxis|demo|admin(istrator)?|letmein|welcome|qwert[yz]?(uiop)?|asdf(ghjkl?)?|iloveyou|monkey|(19|20)\d\d/g;

/** Runs along the digits or the alphabet, in either direction: `12345`, `dcba`. */
function withoutRuns(text: string): string {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  return [...text]
    .filter((_, index) => {
      const step = (codes[index] ?? 0) - (codes[index - 1] ?? 0);
      return Math.abs(step) !== 1 || step !== (codes[index - 1] ?? 0) - (codes[index - 2] ?? 0);
    })
    .join('');
}

/**
 * What is weak about a password, as the end of a sentence; null for a good one.
 *
 * @param own what everybody knows of its owner: name, address
 */
export function weakness(password: string, own: readonly string[]): string | null {
  const length = [...password].length;
  if (length < shortest) return `has ${length} characters; at least ${shortest} are needed`;
  if (length > longest) return `has ${length} characters; at most ${longest} are taken`;
  const lower = password.toLowerCase();
  if (new Set(lower).size < fewestKinds)
    return `repeats itself; use at least ${fewestKinds} different characters`;
  const known = own
    .flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 3);
  const rest = known.reduce((text, word) => text.replaceAll(word, ''), lower.replace(tried, ''));
  if ([...withoutRuns(rest)].length < shortest / 2) {
    return 'is made of what is tried first: names, common passwords, rows of keys';
  }
  return null;
}
