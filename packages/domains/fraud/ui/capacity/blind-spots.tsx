/** Which frauds go through: loss that is missed, by scenario. */
import { Figure, RankedBars } from '@praxis/ui';
import type { CapacityFigures } from '../../service/capacity-figures.ts';
import type { JudgedPeriod } from '../../service/worth.ts';
import { headsOf, type ShownFigures, units } from './shown-figures.ts';

type Scenario = CapacityFigures['scenarios'][number];

const missedShare = ({ lossMinor, caughtMinor }: Scenario): number =>
  lossMinor === 0 ? 0 : 1 - caughtMinor / lossMinor;

export function BlindSpots({
  figures: { scenarios },
  currency,
  wording,
  period,
}: ShownFigures & { readonly period: JudgedPeriod }) {
  const about = (minor: number) => wording.about(minor, currency);
  const word = (key: string, values?: Record<string, string>) => wording.capacity(`blind.${key}`, values);
  const name = ({ scenario }: Scenario) => wording.capacity(`scenarios.${scenario ?? 'untold'}`);
  const [first] = scenarios;
  if (first === undefined) return <p className="text-muted">{word('noFraud')}</p>;
  const told = {
    scenario: name(first),
    share: wording.share(missedShare(first)),
    missed: about(first.missedMinor.value),
  };
  const finding = first.missedMinor.value <= 0 ? 'nothing' : first.scenario === null ? 'untold' : 'title';
  return (
    <Figure
      title={word(finding, told)}
      note={word(period.simulated ? 'note' : 'noteReal')}
      file="missed-by-scenario"
      words={{ numbers: wording.capacity('numbers') }}
      table={{
        columns: headsOf(
          ['scenario', 'missedMoney', 'lowerMoney', 'upperMoney', 'share', 'frauds', 'caught'],
          word,
          currency,
        ),
        rows: scenarios.map((one) => [
          name(one),
          units(one.missedMinor.value),
          units(one.missedMinor.lower),
          units(one.missedMinor.upper),
          Number((100 * missedShare(one)).toFixed(1)),
          one.frauds,
          one.caught,
        ]),
      }}
    >
      <RankedBars
        bars={scenarios.map((one) => ({
          key: one.scenario ?? 'untold',
          label: name(one),
          value: one.missedMinor.value,
          lower: one.missedMinor.lower,
          upper: one.missedMinor.upper,
          amount: word('amount', {
            missed: about(one.missedMinor.value),
            share: wording.share(missedShare(one)),
          }),
        }))}
        description={word('description')}
      />
    </Figure>
  );
}
