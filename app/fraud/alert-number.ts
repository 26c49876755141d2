/** An alert's number in an address. */

/** null for anything but a positive whole number that a database can hold. */
export function alertNumber(text: string | undefined): number | null {
  if (text === undefined || !/^[1-9]\d{0,14}$/.test(text)) return null;
  return Number(text);
}
