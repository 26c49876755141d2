/** Whole numbers in Chinese characters: 二十三, 一百零五, 两万. */
const digits = '零一二三四五六七八九';
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** What a text begins with, where that may be a number; `百分之` is none. */
export const chineseNumeral =
  /^(?!百分之)[零〇一二两三四五六七八九十百千万]+(?!分之[^\d零一二两三四五六七八九十])/;

/** @returns null where the characters make no number */
export function chineseNumber(text: string): number | null {
  if (text === '') return null;
  const [high, low, ...others] = text.split('万');
  if (high === undefined || others.length > 0) return null;
  const [above, below] = low === undefined ? ['', high] : [high, low];
  const [tenThousands, ones] = [
    above === '' ? 0 : belowTenThousand(above),
    below === '' ? 0 : belowTenThousand(below),
  ];
  if (tenThousands === null || ones === null || (low !== undefined && tenThousands === 0)) return null;
  return tenThousands * 10_000 + ones;
}

function belowTenThousand(text: string): number | null {
  let [sum, digit, before] = [0, -1, 10_000];
  for (const character of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    const place = places[character];
    if (place === undefined) {
      if (digit > 0) return null;
      digit = digits.indexOf(character);
      continue;
    }
    // 十五 is 一十五.
    if (place >= before || digit === 0 || (digit < 0 && !(place === 10 && sum === 0))) return null;
    sum += (digit < 0 ? 1 : digit) * place;
    [digit, before] = [-1, place];
  }
  return sum + Math.max(0, digit);
}
