/** Records and risks in words: one hook for server and client components, in the reader's language and units. */
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { Abstention } from '../service/abstention.ts';
import { decimal, percent, percentRange, span } from './numbers.ts';
import { type LipidUnit, shownUnit, toShownUnit } from './units.ts';

/** Decimals of each feature and test as people write them; whole numbers where not named. */
const decimals: Readonly<Record<string, number>> = { bmi: 1, fib4: 2, weightKg: 1 };

export type Wording = ReturnType<typeof useWording>;

/** `units` is the reader's unit of cholesterol. */
export function useWording(units: LipidUnit) {
  const t = useTranslations('diagnosis');
  const language = useLocale();
  const format = useFormatter();

  const screen = (key: string, values?: Record<string, string | number>) => t(`screens.${key}`, values);

  /** A feature's name; one that has no words keeps that of the card. */
  const labelOf = (feature: string) =>
    t.has(`features.${feature}.label`) ? t(`features.${feature}.label`) : feature;

  const spanOf = (days: number) => {
    const { unit, count } = span(days);
    return screen(`span.${unit}`, { count });
  };

  /** "12 days before", seen from day 0. */
  const when = (day: number) => {
    if (day === 0) return screen('onDayZero');
    return screen(day < 0 ? 'before' : 'after', { span: spanOf(day) });
  };

  const storedUnit = (feature: string): string | null =>
    t.has(`features.${feature}.unit`) ? t(`features.${feature}.unit`) : null;

  /** The unit that stands beside a feature's value. */
  const unitOf = (feature: string) => shownUnit(storedUnit(feature), units);

  /** A value of a feature as a number of the unit that stands beside it. */
  const shown = (feature: string, value: number) => toShownUnit(value, storedUnit(feature), units);

  const digitsOf = (feature: string) => (unitOf(feature) === 'mmol/L' ? 2 : (decimals[feature] ?? 0));

  /** A value of a feature without its unit, for the lower end of a range. */
  const amount = (feature: string, value: number) =>
    decimal(shown(feature, value), digitsOf(feature), language);

  /** A bound of a feature without its unit, with decimals only where it has some. */
  const bound = (feature: string, value: number) => {
    const rounded = Number(shown(feature, value).toFixed(digitsOf(feature)));
    return decimal(rounded, Number.isInteger(rounded) ? 0 : digitsOf(feature), language);
  };

  /** A value of a feature with its unit: "152 mmHg", "1.03 mmol/L", "24.9". */
  const quantity = (feature: string, value: number) => {
    const unit = unitOf(feature);
    return unit === null ? amount(feature, value) : `${amount(feature, value)} ${unit}`;
  };

  /** A feature and its value as a clinician would say it: "Systolic pressure 152 mmHg, 12 days before". */
  const described = (feature: string, value: number | null, daysOld: number | null): string => {
    const label = t(`features.${feature}.label`);
    if (feature === 'male' && value !== null) {
      return screen('value.counted', {
        label,
        count: inSentence(screen(value === 1 ? 'sex.male' : 'sex.female')),
      });
    }
    if (value === null) return screen(feature === 'fib4' ? 'value.fib4Missing' : 'value.missing', { label });
    const aged = (what: string) =>
      daysOld === null ? what : screen('value.aged', { what, when: when(daysOld === 0 ? 0 : -daysOld) });
    if (feature === 'smoker' || feature.startsWith('prior')) {
      return aged(screen('value.counted', { label, count: screen(value === 1 ? 'value.yes' : 'value.no') }));
    }
    if (feature.endsWith('Count'))
      return screen('value.counted', { label, count: decimal(value, 0, language) });
    return aged(screen('value.labelled', { label, value: quantity(feature, value) }));
  };

  return {
    language,
    units,
    t,
    screen,
    labelOf,
    span: spanOf,
    when,
    unitOf,
    shown,
    digitsOf,
    quantity,
    amount,
    bound,
    described,
    percent: (share: number, digits?: number) => percent(share, language, digits),
    range: (lower: number, upper: number) => percentRange(lower, upper, language),
    number: (value: number, digits = 0) => decimal(value, digits, language),
    outcome: (outcome: string) => t(`outcomes.${outcome}`),
    outcomeShort: (outcome: string) => t(`outcomesShort.${outcome}`),
    date: (moment: string) => format.dateTime(new Date(moment), { dateStyle: 'long' }),
    moment: (moment: string) =>
      format.dateTime(new Date(moment), { dateStyle: 'medium', timeStyle: 'short' }),
    /** Labels as one list; a capital only where it begins. */
    listed: (labels: readonly string[]) =>
      labels.map((label, index) => (index === 0 ? label : inSentence(label))).join(screen('separator')),
    inSentence: (label: string) => inSentence(label),
    band: (band: string) => t(`bands.${band}`),
    /** The band of a risk, or that the model is not sure. */
    verdict: ({ band, abstains }: { readonly band: string; readonly abstains: Abstention | null }) =>
      abstains === null ? t(`bands.${band}`) : screen('risk.notSure'),
    /** "Not sure: nothing was measured." */
    notSure: ({ reason }: Abstention) =>
      screen('risk.notSureBecause', { why: inSentence(screen(`risk.notSureReason.${reason}`)) }),
  };
}

/** A label inside a sentence: its capital falls unless it belongs to an abbreviation (HDL, BMI, FIB-4). */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
