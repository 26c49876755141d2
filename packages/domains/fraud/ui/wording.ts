/** Payments, scores and reasons in words: one hook for server and client components, in the reader's language. */
import { useFormatter, useTranslations } from 'next-intl';
import { minorUnitsPerUnit } from '../data/records.ts';
import type { Reason } from '../service/reasons.ts';
import type { RuleResult } from '../service/rules.ts';
import type { Alert } from '../service/triage-contract.ts';
import { reasonSentence } from './reason-sentence.ts';
import { spanOf } from './span.ts';

const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

export type Wording = ReturnType<typeof useWording>;

export function useWording() {
  const t = useTranslations('fraud');
  const format = useFormatter();

  const screen = (key: string, values?: Record<string, string | number>) => t(`screens.${key}`, values);

  const number = (value: number, digits = 0) =>
    format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

  /** Three digits that count, and no more than two decimals: 3.1, 12.4, 850. */
  const sensible = (value: number) => {
    const size = Math.abs(value);
    return number(value, size >= 100 || Number.isInteger(value) ? 0 : size >= 1 ? 1 : 2);
  };

  const money = (amount: number, currency: string) =>
    format.number(amount, {
      style: 'currency',
      currency,
      maximumFractionDigits: Math.abs(amount) >= 1000 ? 0 : undefined,
    });

  /** For means and ranges, whose cents say nothing: whole units from ten on, three digits that count from a thousand on. */
  const about = (amount: number, currency: string) => {
    const size = Math.abs(amount);
    const digits =
      size >= 1000
        ? { maximumSignificantDigits: 3 }
        : size >= 10 || size === 0
          ? { maximumFractionDigits: 0 }
          : {};
    // Never a zero with a sign.
    return format.number(amount, { style: 'currency', currency, signDisplay: 'negative', ...digits });
  };

  /** Never "0%" or "100%" for what is only nearly so. */
  const share = (value: number) => {
    const percent = (shown: number) => format.number(shown, { style: 'percent', maximumFractionDigits: 0 });
    if (value > 0 && value < 0.005) return `<${percent(0.01)}`;
    if (value < 1 && value >= 0.995) return `>${percent(0.99)}`;
    return percent(value);
  };

  const span = (minutes: number) => {
    const { unit, count } = spanOf(minutes);
    return screen(`span.${unit}`, { count });
  };

  /** `usual`: what the card's own past makes usual of this feature, where the screen knows that past. */
  const reason = (given: Reason, currency: string, usual = 0): string => {
    const { key, feature, value, window, span: hours } = reasonSentence(given);
    if (key === null || !t.has(`reasons.${key}`)) {
      if (value === null) return screen('unknownReasonMissing', { feature });
      return screen('unknownReason', { feature, value: sensible(value) });
    }
    const said = value ?? 0;
    return t(`reasons.${key}`, {
      count: Math.round(said),
      usual,
      value: sensible(said),
      amount: money(said, currency),
      share: share(said),
      span: screen(`span.${hours.unit}`, { count: hours.count }),
      window: window === null ? '' : t(`windows.${window}`),
      known: window !== null && t.has(`knownWindows.${window}`) ? t(`knownWindows.${window}`) : '',
    });
  };

  const rule = ({ rule: name, found, from }: RuleResult): string =>
    t(`rules.${name}`, { found: Math.round(found), value: sensible(found), from: number(from) });

  return {
    screen,
    number,
    sensible,
    share,
    span,
    reason,
    rule,
    listed: (names: readonly string[]) => format.list(names),
    capacity: (key: string, values?: Record<string, string | number>) => t(`capacity.${key}`, values),
    card: (key: string, values?: Record<string, string | number>) => t(`card.${key}`, values),
    /** A feature, in a table or a picture; one of another release by its name. */
    feature: (name: string) => (t.has(`features.${name}.label`) ? t(`features.${name}.label`) : name),
    /** A figure that a run counts, and a limit of a card; one of another release by its name. */
    ownFigure: (name: string) => (t.has(`figures.${name}`) ? t(`figures.${name}`) : name),
    limit: (name: string) => (t.has(`limits.${name}`) ? t(`limits.${name}`) : name),
    money: (minor: number, currency: string) => money(minor / minorUnitsPerUnit, currency),
    about: (minor: number, currency: string) => about(minor / minorUnitsPerUnit, currency),
    /** "62%", or why there is no score. */
    probability: ({ score, failure }: Pick<Alert, 'score' | 'failure'>) =>
      score === null ? screen(`noScore.${failure ?? 'modelFailed'}`) : share(score),
    /** What speaks against a payment most: the model's first reason, else a rule, else why there is neither. */
    mainReason: ({ reasons, rules, failure, currency }: Alert) => {
      if (reasons[0]) return reason(reasons[0], currency);
      if (rules[0]) return rule(rules[0]);
      return screen(failure === null ? 'noReason' : `noScore.${failure}`);
    },
    /** When a payment was made, on the clock of the payments. */
    paidAt: (timeSeconds: number) =>
      screen('utc', {
        moment: format.dateTime(new Date(timeSeconds * 1000), { ...day, ...clock, timeZone: 'UTC' }),
      }),
    /** The same without its clock's name, for columns that have it in their header. */
    paidAtShort: (timeSeconds: number) =>
      format.dateTime(new Date(timeSeconds * 1000), { ...day, ...clock, timeZone: 'UTC' }),
    /** The day of a payment. */
    day: (timeSeconds: number) => format.dateTime(new Date(timeSeconds * 1000), { ...day, timeZone: 'UTC' }),
    moment: (at: Date) => format.dateTime(at, { ...day, ...clock }),
    time: (at: Date) => format.dateTime(at, clock),
    /** A moment of the payments on an axis. */
    tick: (at: number, withTime: boolean) =>
      format.dateTime(
        new Date(at * 1000),
        withTime ? { ...clock, timeZone: 'UTC' } : { day: 'numeric', month: 'short', timeZone: 'UTC' },
      ),
  };
}
