/** What a learner typed, in one alphabet: full-width digits and signs, raised digits and drawn fractions included. */

export interface Characters {
  readonly text: string;
  /** For each character of `text` the place in what was typed that it came from. */
  readonly places: readonly number[];
}

/** Signs that have several looks, where Unicode's compatibility forms (NFKC) do not bring them together. */
const signs: Readonly<Record<string, string>> = {
  ...{ '−': '-', '–': '-', '—': '-', '×': '*', '·': '*', '⋅': '*', '∙': '*', '✕': '*', '÷': '/', '∕': '/' },
  ...{ '⁄': '/', '∶': ':', '≤': '<=', '≦': '<=', '⩽': '<=', '≥': '>=', '≧': '>=', '⩾': '>=', '≠': '!=' },
  ...{
    '、': ',',
    '【': '[',
    '】': ']',
    '〔': '(',
    '〕': ')',
    '。': ' ',
    '∞': ' oo ',
    π: ' pi ',
    '±': ' pm ',
  },
  ...{
    '∪': ' union ',
    '∈': ' in ',
    '∅': ' none ',
    ℝ: ' reals ',
    '√': ' sqrt ',
    '∛': ' cbrt ',
    '°': ' degrees ',
  },
};

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Spaced, so that after a whole number they make a mixed number. */
const drawnFractions: Readonly<Record<string, string>> = {
  ...{ '½': ' 1/2 ', '⅓': ' 1/3 ', '⅔': ' 2/3 ', '¼': ' 1/4 ', '¾': ' 3/4 ', '⅕': ' 1/5 ', '⅖': ' 2/5 ' },
  ...{ '⅗': ' 3/5 ', '⅘': ' 4/5 ', '⅙': ' 1/6 ', '⅚': ' 5/6 ', '⅛': ' 1/8 ', '⅜': ' 3/8 ', '⅝': ' 5/8 ' },
  ...{ '⅞': ' 7/8 ' },
};

/** Characters of one meaning become one; no meaning is dropped. */
export function charactersOf(typed: string): Characters {
  let text = '';
  const places: number[] = [];
  let place = 0;
  let raised = false;
  for (const character of typed) {
    const isRaised = raisedDigits.includes(character) || character === '⁻';
    let written = isRaised
      ? `${raised ? '' : '^'}${character === '⁻' ? '-' : raisedDigits.indexOf(character)}`
      : (signs[character] ?? drawnFractions[character] ?? character.normalize('NFKC'));
    // The digit after a raised one is no part of the exponent.
    if (raised && !isRaised) written = ` ${written}`;
    text += written;
    for (let count = 0; count < written.length; count++) places.push(place);
    raised = isRaised;
    place += character.length;
  }
  return { text, places };
}
