/** How well the model does, and what it was compared with. */

import type { Estimate, ModelCard, Performance } from '@praxis/core';
import { Cell, classNames, HeaderCell, Row, Table, Term } from '@praxis/ui';
import type { Wording } from '../wording.ts';
import { Section } from './section.tsx';

/** In the order of the table; calibration measures last. */
const measures = [
  'auroc',
  'averagePrecision',
  'brier',
  'logLoss',
  'calibrationSlope',
  'calibrationIntercept',
  'ece',
  'ici',
  'observedToExpected',
] as const satisfies readonly (keyof Performance)[];

/** "0.775 (0.757–0.793)", or a figure without interval. */
export function written(value: Estimate | number, { number, screen }: Wording, digits = 3): string {
  if (typeof value === 'number') return number(value, digits);
  return screen('card.estimate', {
    value: number(value.value, digits),
    lower: number(value.lower, digits),
    upper: number(value.upper, digits),
  });
}

export function PerformanceTable({ card, wording }: { card: ModelCard; wording: Wording }) {
  const { screen } = wording;
  return (
    <Section
      id="performance"
      title={screen('card.performance')}
      note={screen('card.performanceNote', { folds: card.split.folds })}
    >
      <Table label={screen('card.performance')}>
        <thead>
          <tr>
            <HeaderCell>{screen('card.metric')}</HeaderCell>
            <HeaderCell numeric>{screen('card.value')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => {
            const value = card.performance[measure];
            // Not every card has all of them.
            return value === undefined ? null : (
              <Row key={measure}>
                <Cell>
                  <Term explanation={screen(`card.meanings.${measure}`)}>
                    {screen(`card.metrics.${measure}`)}
                  </Term>
                </Cell>
                <Cell numeric>{written(value, wording)}</Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </Section>
  );
}

export function Candidates({ card, wording }: { card: ModelCard; wording: Wording }) {
  const { screen } = wording;
  const shown = ['auroc', 'averagePrecision', 'brier', 'calibrationSlope'] as const;
  return (
    <Section id="candidates" title={screen('card.candidates')} note={screen(`card.why.${card.why}`)}>
      <Table label={screen('card.candidates')}>
        <thead>
          <tr>
            <HeaderCell>{screen('card.learner')}</HeaderCell>
            {shown.map((measure) => (
              <HeaderCell key={measure} numeric>
                {screen(`card.metrics.${measure}`)}
              </HeaderCell>
            ))}
            <HeaderCell numeric>{screen('card.seconds')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {card.candidates.map((candidate) => (
            <Row key={candidate.learner}>
              <Cell className={classNames('min-w-40', candidate.learner === card.learner && 'font-strong')}>
                <span className="first-letter:uppercase inline-block">
                  {screen(`card.learners.${candidate.learner}`)}
                </span>
                {candidate.learner === card.learner ? (
                  <span className="font-normal text-muted"> · {screen('card.chosen')}</span>
                ) : null}
              </Cell>
              {shown.map((measure) => (
                <Cell key={measure} numeric>
                  {written(candidate.performance[measure], wording)}
                </Cell>
              ))}
              <Cell numeric>{wording.number(candidate.seconds)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {card.parts.length > 1 ? <p className="max-w-prose text-muted">{madeOf(card, wording)}</p> : null}
    </Section>
  );
}

/** The parts of a blend with their weights. */
function madeOf({ parts }: ModelCard, { screen, percent }: Wording): string {
  const named = parts.map(({ learner, weight }) =>
    screen('card.part', { learner: screen(`card.learners.${learner}`), weight: percent(weight) }),
  );
  return screen('card.madeOf', { parts: named.join(screen('separator')) });
}
