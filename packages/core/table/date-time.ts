/** Dates and times from text, strictly: a day that no calendar has is no date. Without a zone, UTC is meant. */

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Milliseconds since 1970 of an ISO 8601 date, or date and time; NaN where the text is none. */
export function isoTime(text: string): number {
  // Most cells that are no dates end here.
  if (text.charCodeAt(4) !== 45 || text.length < 10) return Number.NaN;
  const parts = iso.exec(text);
  if (parts === null) return Number.NaN;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone] = parts;
  const time = calendarTime(+year, +month, +day, +hour, +minute, +second);
  return time + Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6) - zoneOffset(zone);
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** NaN for what no calendar and no clock shows. Years below 100 are refused: nobody's table means them. */
function calendarTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
) {
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(time);
  const real = year >= 100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && hour < 24 && minute < 60 && second < 60 ? time : Number.NaN;
}

const tokens = ['YYYY', 'MM', 'DD', 'HH', 'mm', 'ss'] as const;
const epochs: Readonly<Record<string, number>> = { epochSeconds: 1000, epochMilliseconds: 1 };

/** What is wrong with a declared format, null if nothing is. */
export function dateFormatProblem(format: string): string | null {
  if (format in epochs) return null;
  const complete = ['YYYY', 'MM', 'DD'].every((token) => format.split(token).length === 2);
  return complete
    ? null
    : 'a format is epochSeconds, epochMilliseconds, or holds YYYY, MM and DD once (and HH, mm, ss), such as DD.MM.YYYY HH:mm';
}

/** Reads texts of one declared format: `epochSeconds`, `epochMilliseconds`, or a pattern such as `DD/MM/YYYY HH:mm`. */
export function dateReader(format: string): (text: string) => number {
  const scale = epochs[format];
  if (scale !== undefined) {
    return (text) => (/^[+-]?\d+(?:\.\d+)?$/.test(text) ? Math.round(Number(text) * scale) : Number.NaN);
  }
  const found = tokens.filter((token) => format.includes(token));
  const order = found.sort((one, other) => format.indexOf(one) - format.indexOf(other));
  const escaped = format.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(
    `^${escaped.replace(/YYYY|MM|DD|HH|mm|ss/g, (token) => `(\\d{${token.length}})`)}$`,
  );
  return (text) => {
    const parts = pattern.exec(text);
    if (parts === null) return Number.NaN;
    const part = (token: (typeof tokens)[number]) =>
      order.includes(token) ? Number(parts[order.indexOf(token) + 1]) : 0;
    return calendarTime(part('YYYY'), part('MM'), part('DD'), part('HH'), part('mm'), part('ss'));
  };
}
