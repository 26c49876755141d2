/** Small whole numbers as words; larger ones are easier to read as digits. */

const english = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** Before a measure word, two is 两. */
const mandarin = ['两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** null where the number has no word here. */
export function englishWord(value: number): string | null {
  return english[value - 2] ?? null;
}

export function mandarinWord(value: number): string | null {
  return mandarin[value - 2] ?? null;
}
