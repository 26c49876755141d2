/** The number of a class in an address; null for anything else, which never reaches the database. */
export function classNumber(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
