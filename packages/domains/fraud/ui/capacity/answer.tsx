/** The answer before the pictures: from which expected loss on, what it brings, and what it takes. */
import type { JudgedPeriod } from '../../service/worth.ts';
import type { ShownFigures } from './shown-figures.ts';

export function Answer({
  figures: { best },
  assumptions,
  currency,
  wording,
  period,
}: ShownFigures & { readonly period: JudgedPeriod }) {
  const { capacity, share } = wording;
  const money = (minor: number) => wording.money(minor, currency);
  const about = (minor: number) => wording.about(minor, currency);
  const { value, netMinor, fromMinor } = best;
  const cost = money(assumptions.reviewCostMinor);
  if (value.precision === null) {
    return <p className="max-w-prose text-title font-strong">{capacity('answer.none', { cost })}</p>;
  }
  // Within half a review of all of them, none is left over on most days.
  const isFull = assumptions.reviewsPerDay - value.reviews < 0.5;
  return (
    <div className="flex max-w-prose flex-col gap-1">
      <p className="text-title font-strong">
        {capacity('answer.best', { from: about(fromMinor), net: about(netMinor.value), cost })}
      </p>
      <p className="text-muted">
        {capacity('answer.detail', {
          interval: capacity('answer.interval', {
            lower: about(netMinor.lower),
            upper: about(netMinor.upper),
          }),
          used: capacity(isFull ? 'answer.full' : 'answer.part', {
            cards: wording.number(assumptions.reviewsPerDay),
            reviews: wording.number(value.reviews),
            precision: share(value.precision),
          }),
          money: capacity('answer.money', {
            lost: about(period.lostMinor),
            caught: about(value.caughtMinor),
            missed: about(value.missedMinor),
          }),
        })}
      </p>
    </div>
  );
}
