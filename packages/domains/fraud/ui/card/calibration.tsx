/** Whether predicted probabilities come true: the plot under its finding. */
import type { ModelCard } from '@praxis/core';
import { CalibrationPlot, Figure } from '@praxis/ui';
import type { Wording } from '../wording.ts';
import { Section } from './section.tsx';

const names = ['predicted', 'observed', 'lower', 'upper', 'rows'] as const;

export function Calibration({ card, wording }: { card: ModelCard; wording: Wording }) {
  const { card: word, number } = wording;
  const bins = card.calibration.bins.toSorted((a, b) => a.predicted - b.predicted);
  const right = bins.filter(({ predicted, lower, upper }) => predicted >= lower && predicted <= upper).length;
  const title = word('calibrationFinding', { right, count: bins.length });
  const percent = (share: number) => Number((100 * share).toFixed(2));
  return (
    <Section title={word('calibration')}>
      <Figure
        title={title}
        note={word('calibrationNote')}
        file="fraud-calibration"
        words={{ numbers: word('numbers') }}
        table={{
          columns: names.map((name) => word(`bins.${name}`)),
          rows: bins.map((bin) => names.map((name) => (name === 'rows' ? bin.rows : percent(bin[name])))),
        }}
      >
        <CalibrationPlot
          bins={bins}
          format={(share) => `${number(share * 100)}%`}
          words={{ predicted: word('predicted'), observed: word('observed'), ideal: word('ideal') }}
          description={title}
        />
      </Figure>
    </Section>
  );
}
