/** What competed, the chosen one marked, and why it was chosen. */
import type { ModelCard } from '@praxis/core';
import { Cell, classNames, HeaderCell, Row, Table } from '@praxis/ui';
import type { Wording } from '../wording.ts';
import { written } from './figures.tsx';
import { Section } from './section.tsx';

const shown = ['averagePrecision', 'auroc', 'brier', 'calibrationSlope'] as const;

export function Candidates({ card, wording }: { card: ModelCard; wording: Wording }) {
  const { card: word } = wording;
  return (
    <Section title={word('candidates')} note={word(`why.${card.why}`)}>
      <Table label={word('candidates')}>
        <thead>
          <tr>
            <HeaderCell>{word('learner')}</HeaderCell>
            {shown.map((measure) => (
              <HeaderCell key={measure} numeric>
                {word(`metrics.${measure}`)}
              </HeaderCell>
            ))}
            <HeaderCell numeric>{word('seconds')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {card.candidates.map(({ learner, comparedOnly, performance, seconds }) => (
            <Row key={learner}>
              <Cell className={classNames('min-w-40', learner === card.learner && 'font-strong')}>
                <span className="first-letter:uppercase inline-block">{word(`learners.${learner}`)}</span>
                {(learner === card.learner || comparedOnly) && (
                  <span className="font-normal text-muted">
                    {' · '}
                    {word(comparedOnly ? 'comparedOnly' : 'chosen')}
                  </span>
                )}
              </Cell>
              {shown.map((measure) => (
                <Cell key={measure} numeric>
                  {written(performance[measure], wording)}
                </Cell>
              ))}
              <Cell numeric>{wording.number(seconds)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {card.candidates.some(({ comparedOnly }) => comparedOnly) && (
        <p className="max-w-prose text-muted">{word('comparedOnlyNote')}</p>
      )}
    </Section>
  );
}
