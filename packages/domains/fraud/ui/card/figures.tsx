/** What the model finds, beside who knows the truth, and how well it tells payments apart. */
import type { Estimate, ModelCard } from '@praxis/core';
import { Cell, HeaderCell, Row, Table, Term } from '@praxis/ui';
import type { Wording } from '../wording.ts';
import { Section } from './section.tsx';

interface PartOfCard {
  readonly card: ModelCard;
  readonly wording: Wording;
}

export function OwnFigures({ card: { ownFigures = [] }, wording }: PartOfCard) {
  const { card: word, number, share, ownFigure } = wording;
  if (ownFigures.length === 0) return <Section title={word('own')} note={word('ownNone')} />;
  const written = {
    ratio: (value: number) => number(value, 3),
    share,
    currency: (value: number) => number(value),
  };
  return (
    <Section title={word('own')} note={word('ownNote')}>
      <Table label={word('own')}>
        <thead>
          <tr>
            <HeaderCell>{word('figure')}</HeaderCell>
            <HeaderCell numeric>{word('model')}</HeaderCell>
            <HeaderCell numeric className="whitespace-normal">
              {word('best')}
            </HeaderCell>
          </tr>
        </thead>
        <tbody>
          {ownFigures.map(({ figure, unit, value, best }) => (
            <Row key={figure}>
              <Cell>{ownFigure(figure)}</Cell>
              <Cell numeric>{written[unit](value)}</Cell>
              <Cell numeric>{best === null ? '–' : written[unit](best)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

/** The figure by which models are chosen comes first. */
const measures = [
  'averagePrecision',
  'auroc',
  'brier',
  'logLoss',
  'calibrationSlope',
  'observedToExpected',
] as const;

export function PerformanceTable({ card, wording }: PartOfCard) {
  const { card: word } = wording;
  return (
    <Section title={word('performance')} note={word('performanceNote')}>
      <Table label={word('performance')}>
        <thead>
          <tr>
            <HeaderCell>{word('figure')}</HeaderCell>
            <HeaderCell numeric>{word('model')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <Row key={measure}>
              <Cell>
                <Term explanation={word(`meanings.${measure}`)}>{word(`metrics.${measure}`)}</Term>
              </Cell>
              <Cell numeric>{written(card.performance[measure], wording)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

/** "0.775 (0.757 to 0.793)", or a figure without interval. */
export function written(value: Estimate | number, { card: word, number }: Wording): string {
  if (typeof value === 'number') return number(value, 3);
  return word('interval', {
    value: number(value.value, 3),
    lower: number(value.lower, 3),
    upper: number(value.upper, 3),
  });
}
