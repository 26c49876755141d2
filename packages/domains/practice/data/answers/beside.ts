/** What learners write around an answer: it says nothing new, so spaces take its place. */

/** `= 5`; `f'(x) = 5`; `y' = 5`; `dy/dx = 5`; `f(g(x)) = 5`. */
const beginning =
  /^\s*(?:(?:[A-Za-z](?:['’′]|\^\{?\\prime\}?)(?:\s*(?:\\left)?\([A-Za-z](?:\\right)?\))?|[fg]\s*(?:\\left)?\([^=]*\)|d[yf]\s*\/\s*dx)\s*)?[=＝]/;

/** `{x | x > 3}`. */
const setBuilder = /^\s*\\?\{\s*[A-Za-z]\s*(?:\||∣|｜|\\mid)/;

/** The 1 of x₁ = 2, where two solutions are numbered. */
const numbered = /(?<=[A-Za-z])(?:_?\{?[12]\}?|[₁₂])(?=\s*[=＝])/g;

const blank = (text: string) => ' '.repeat(text.length);

/** As long as what was typed, so that places in it remain what they were. */
export function withoutBeside(typed: string): string {
  const plain = typed.replace(beginning, blank).replace(numbered, blank);
  return setBuilder.test(plain) ? plain.replace(setBuilder, blank).replace(/\\?\}\s*$/, blank) : plain;
}
