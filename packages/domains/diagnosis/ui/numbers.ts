/** Numbers as the screens write them: sensible digits, grouped and signed as the language does. */

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs some 30 times as much as using it, and a worklist writes hundreds of numbers. */
function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, format);
  return format;
}

/** A share from 0 to 1 in percent, whole unless told otherwise; never "0%" or "100%" for what is only nearly so. */
export function percent(share: number, language: string, digits = 0): string {
  const format = numberFormat(language, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const least = 0.01 / 10 ** digits;
  if (share > 0 && share < least / 2) return `<${format.format(least)}`;
  if (share < 1 && share >= 1 - least / 2) return `>${format.format(1 - least)}`;
  return format.format(share);
}

/** "11–18%": both ends of an interval, the sign once. */
export function percentRange(lower: number, upper: number, language: string): string {
  const from = Math.round(lower * 100);
  const to = Math.round(upper * 100);
  return `${decimal(from, 0, language)}–${percent(to / 100, language)}`;
}

/** A number with a fixed count of decimals, grouped, with a true minus sign. */
export function decimal(value: number, digits: number, language: string): string {
  return numberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  })
    .format(value)
    .replace('-', '−');
}

/** "+3", "−0.4" or "0": a difference in percentage points, with a true minus sign. */
export function signed(value: number, digits: number, language: string): string {
  return numberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  })
    .format(value)
    .replace('-', '−');
}

/** A span of days in the unit that people would use: days to 90, months to two years, then years to one decimal. */
export function span(days: number): { readonly unit: 'days' | 'months' | 'years'; readonly count: number } {
  const length = Math.abs(days);
  if (length <= 90) return { unit: 'days', count: Math.round(length) };
  if (length < 730) return { unit: 'months', count: Math.round(length / 30.44) };
  return { unit: 'years', count: Math.round(length / 36.525) / 10 };
}
