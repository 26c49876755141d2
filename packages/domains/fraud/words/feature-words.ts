/** The name of every feature in words: its measure, and the window that it looks back over. */
import { features } from '../features/definitions.ts';

/**
 * @param known windows of what labels tell, which come a week late
 * @returns by feature the label that stands in tables and pictures
 */
export function featureWords(
  measures: Readonly<Record<string, string>>,
  windows: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
  comma: string,
): Readonly<Record<string, { readonly label: string }>> {
  return Object.fromEntries(
    features.map(({ name, measure, window }) => {
      const when = window === null ? null : (isKnown(measure) ? known : windows)[window];
      const called = measures[measure] ?? measure;
      return [name, { label: when === null || when === undefined ? called : `${called}${comma}${when}` }];
    }),
  );
}

/** Of the payments whose truth is known. */
const isKnown = (measure: string): boolean => /(KnownCount|KnownFrauds|Risk|OrdinaryFrauds)$/.test(measure);
