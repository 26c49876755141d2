/** What matters to the model over many people, and how its answer goes with what matters most. */
import type { ModelCard } from '@praxis/core';
import { Figure, RankedBars } from '@praxis/ui';
import type { Wording } from '../wording.ts';
import { Dependence } from './dependence.tsx';
import { LeftOut } from './left-out.tsx';
import { Section } from './section.tsx';

type Explanation = NonNullable<ModelCard['explanation']>;
type Importance = Explanation['features'][number];

export function Matters({ card, wording }: { card: ModelCard; wording: Wording }) {
  const { explanation } = card;
  const title = wording.screen('card.figures.matters.title');
  if (explanation === undefined) return <LeftOut card={card} wording={wording} id="matters" title={title} />;
  return (
    <Section id="matters" title={title}>
      <div className="max-w-4xl">
        <ImportanceFigure explanation={explanation} outcome={card.outcome} wording={wording} />
      </div>
      <Dependence explanation={explanation} card={card} wording={wording} />
    </Section>
  );
}

const mostBars = 10;
/** So many stand in the title. */
const leading = 3;

function ImportanceFigure({
  explanation,
  outcome,
  wording,
}: {
  explanation: Explanation;
  outcome: string;
  wording: Wording;
}) {
  const { screen, percent, number, labelOf } = wording;
  const word = (key: string, values?: Record<string, string | number>) =>
    screen(`card.figures.matters.${key}`, values);
  const { features, rows } = explanation;
  const contributes = features.some(({ share }) => share !== null);
  const bars = features.slice(0, mostBars).flatMap((one) => {
    const bar = contributes ? shareBar(one, percent) : lossBar(one, number);
    return bar === null ? [] : [{ key: one.feature, label: labelOf(one.feature), ...bar }];
  });
  const first = features.slice(0, leading);
  const title = contributes
    ? word('byShare', {
        features: joined(
          first.map(({ feature }) => labelOf(feature)),
          wording,
        ),
        share: percent(first.reduce((sum, { share }) => sum + (share ?? 0), 0)),
      })
    : word('byLoss', { features: wording.inSentence(labelOf(first[0]?.feature ?? '')) });
  return (
    <Figure
      title={title}
      note={word(contributes ? 'note' : 'noteLoss', { rows: number(rows) })}
      file={`importance-${outcome}`}
      words={{ numbers: screen('numbers') }}
      table={{
        columns: [
          'feature',
          'share',
          'contribution',
          'contributionLower',
          'contributionUpper',
          'loss',
          'lossLower',
          'lossUpper',
        ].map((name) => word(`columns.${name}`)),
        rows: features.map(({ feature, share, contribution, permutation }) => [
          labelOf(feature),
          share === null ? null : rounded(100 * share, 1),
          ...[contribution?.value, contribution?.lower, contribution?.upper].map((value) =>
            rounded(value, 3),
          ),
          ...[permutation?.value, permutation?.lower, permutation?.upper].map((value) => rounded(value, 4)),
        ]),
      }}
    >
      <RankedBars
        bars={bars}
        description={word('description', {
          count: bars.length,
          all: features.length,
          most: labelOf(features[0]?.feature ?? ''),
          least: bars.at(-1)?.label ?? '',
        })}
      />
    </Figure>
  );
}

/** "Age, HDL cholesterol and weight". */
function joined(labels: readonly string[], { screen, listed, inSentence }: Wording): string {
  const last = labels.at(-1);
  if (last === undefined || labels.length === 1) return listed(labels);
  return screen('why.and', { first: listed(labels.slice(0, -1)), second: inSentence(last) });
}

function rounded(value: number | undefined, digits: number): number | null {
  return value === undefined ? null : Number(value.toFixed(digits));
}

/** The interval is that of the contribution, on the scale of the shares. */
function shareBar({ share, contribution }: Importance, percent: Wording['percent']) {
  if (share === null || contribution === null) return null;
  const factor = contribution.value === 0 ? 0 : share / contribution.value;
  const [lower, upper] = [contribution.lower * factor, contribution.upper * factor];
  return { value: share, lower, upper, amount: percent(share) };
}

function lossBar({ permutation }: Importance, number: Wording['number']) {
  return permutation === null ? null : { ...permutation, amount: number(permutation.value, 4) };
}
