/** Whether predicted risks come true: the plot under its finding. */
import type { ModelCard } from '@praxis/core';
import { CalibrationPlot, Figure } from '@praxis/ui';
import type { Wording } from '../wording.ts';
import { calibrationFinding } from './calibration-finding.ts';
import { Section } from './section.tsx';

export function Calibration({ card, wording }: { card: ModelCard; wording: Wording }) {
  const { screen, percent, number } = wording;
  const bins = [...card.calibration.bins].sort((a, b) => a.predicted - b.predicted);
  const finding = calibrationFinding(bins);
  const title =
    'threshold' in finding
      ? screen(`card.calibrationFinding.${finding.kind}`, {
          threshold: percent(finding.threshold),
          direction: finding.direction,
        })
      : screen(`card.calibrationFinding.${finding.kind}`, { count: finding.groups, wrong: finding.wrong });
  const percentage = (share: number) => Number((share * 100).toFixed(1));
  return (
    <Section id="calibration" title={screen('card.calibration')}>
      <Figure
        title={title}
        note={screen('card.calibrationNote', { groups: bins.length })}
        file={`calibration-${card.outcome}`}
        words={{ numbers: screen('numbers') }}
        table={{
          columns: ['predicted', 'observed', 'lower', 'upper', 'rows'].map((name) =>
            screen(`card.bins.${name}`),
          ),
          rows: bins.map((bin) => [
            percentage(bin.predicted),
            percentage(bin.observed),
            percentage(bin.lower),
            percentage(bin.upper),
            bin.rows,
          ]),
        }}
      >
        <CalibrationPlot
          bins={bins}
          format={(share) => `${number(share * 100)}%`}
          words={{
            predicted: screen('card.predicted'),
            observed: screen('card.observed'),
            ideal: screen('card.ideal'),
          }}
          description={title}
        />
      </Figure>
    </Section>
  );
}
