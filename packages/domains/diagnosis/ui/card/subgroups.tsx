/** How well the model does for whom; where there are too few to judge, it says so. */
import type { ModelCard } from '@praxis/core';
import { Cell, HeaderCell, Row, Table } from '@praxis/ui';
import type { Wording } from '../wording.ts';
import { written } from './performance.tsx';
import { Section } from './section.tsx';

/** Groups whose whole interval lies off the AUROC of everyone. */
export function differing(card: Pick<ModelCard, 'performance' | 'subgroups'>): ModelCard['subgroups'] {
  const whole = card.performance.auroc.value;
  return card.subgroups.filter(({ auroc }) => auroc !== null && (auroc.upper < whole || auroc.lower > whole));
}

export function Subgroups({ card, wording }: { card: ModelCard; wording: Wording }) {
  const { screen, t, number } = wording;
  const name = (group: string, level: string) =>
    screen('card.subgroupName', {
      group: t(`subgroups.${group}.label`),
      level: t(`subgroups.${group}.levels.${level}`),
    });
  const uneven = differing(card);
  const finding =
    uneven.length === 0
      ? screen('card.subgroupsFinding.even')
      : screen('card.subgroupsFinding.uneven', {
          groups: uneven.map(({ group, level }) => name(group, level)).join(screen('separator')),
        });
  return (
    <Section id="subgroups" title={screen('card.subgroups')} note={finding}>
      <Table label={screen('card.subgroups')}>
        <thead>
          <tr>
            <HeaderCell>{screen('card.subgroup')}</HeaderCell>
            <HeaderCell numeric>{screen('card.people')}</HeaderCell>
            <HeaderCell numeric>{screen('card.events')}</HeaderCell>
            <HeaderCell numeric>{screen('card.metrics.auroc')}</HeaderCell>
            <HeaderCell numeric>{screen('card.metrics.observedToExpected')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {card.subgroups.map(({ group, level, rows, events, auroc, observedToExpected, smallCell }) => (
            <Row key={`${group}.${level}`}>
              <Cell className="min-w-40">{name(group, level)}</Cell>
              <Cell numeric>{number(rows)}</Cell>
              <Cell numeric>{number(events)}</Cell>
              {auroc === null ? (
                <Cell colSpan={2} className="text-right text-muted">
                  {smallCell === undefined
                    ? screen('card.tooFew')
                    : screen(`card.figures.notJudged.${smallCell}`, {
                        count: few({ rows, events })[smallCell],
                      })}
                </Cell>
              ) : (
                <>
                  <Cell numeric>{written(auroc, wording)}</Cell>
                  <Cell numeric>{observedToExpected === null ? '–' : number(observedToExpected, 2)}</Cell>
                </>
              )}
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

/** How many there are of what there are too few of. */
function few({ rows, events }: { readonly rows: number; readonly events: number }) {
  return { tooFewRows: rows, tooFewEvents: events, tooFewOthers: rows - events };
}
