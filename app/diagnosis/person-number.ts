/** A person's number in an address. */

/** null for anything but a positive whole number that a database can hold. */
export function personNumber(text: string | undefined): number | null {
  if (text === undefined || !/^[1-9]\d{0,8}$/.test(text)) return null;
  return Number(text);
}
