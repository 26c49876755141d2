/** Measurements and diagnoses over time; the same picture for what came before day 0 and for what came after. */
import { Figure, Timeline, type TimelineSeries } from '@praxis/ui';
import type { Diagnosis, Observation, ObservationTest } from '../../data/records.ts';
import type { Wording } from '../wording.ts';
import { timeTicks, yearsOf } from './time-ticks.ts';

/** The tests in the order drawn, each with the feature whose words and unit it shares. */
const strips: readonly { readonly test: ObservationTest; readonly feature: string }[] = [
  { test: 'sbp', feature: 'sbpMmHg' },
  { test: 'hdl', feature: 'hdlMgDl' },
  { test: 'fib4', feature: 'fib4' },
  { test: 'smoke', feature: 'smoker' },
];

interface HistoryProps {
  readonly observations: readonly Observation[];
  readonly diagnoses: readonly Diagnosis[];
  readonly side: 'before' | 'after';
  readonly file: string;
  readonly wording: Wording;
}

export function History({ observations, diagnoses, side, file, wording }: HistoryProps) {
  const { screen, t } = wording;
  const measured = observations
    .flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]))
    .sort((a, b) => a.day - b.day);
  const found = [...diagnoses].sort((a, b) => a.day - b.day);
  if (measured.length === 0 && found.length === 0) {
    return <p className="text-muted">{screen(`history.${side}.empty`)}</p>;
  }
  const moments = [...measured, ...found].map(({ day }) => day);
  const days: readonly [number, number] =
    side === 'before' ? [Math.min(-30, ...moments), 0] : [0, Math.max(30, ...moments)];
  const written = (test: ObservationTest, feature: string, value: number) =>
    test === 'smoke' ? screen(value === 1 ? 'value.yes' : 'value.no') : wording.quantity(feature, value);
  const series = strips.flatMap(({ test, feature }): TimelineSeries[] => {
    const values = measured.filter((one) => one.test === test);
    const last = values.at(-1);
    if (!last) return [];
    return [
      {
        key: test,
        label: t(`features.${feature}.label`),
        last: screen('history.latest', {
          value: written(test, feature, last.value),
          when: wording.when(last.day),
        }),
        values,
        write: (value) => wording.amount(feature, value),
        binary: test === 'smoke',
      },
    ];
  });
  return (
    <Figure
      title={screen(`history.${side}.finding`, { measurements: measured.length, diagnoses: found.length })}
      file={file}
      words={{ numbers: screen('numbers') }}
      table={{
        columns: [
          screen('history.columns.when'),
          screen('history.columns.what'),
          screen('history.columns.value'),
        ],
        rows: [
          ...measured.map(({ day, test, value }) => {
            const feature = strips.find((strip) => strip.test === test)?.feature ?? test;
            return { day, row: [day, t(`features.${feature}.label`), written(test, feature, value)] };
          }),
          ...found.map(({ day, code }) => ({
            day,
            row: [day, t(`diagnoses.${code}`), screen('history.diagnosis')],
          })),
        ]
          .sort((a, b) => a.day - b.day)
          .map(({ row }) => row),
      }}
    >
      <Timeline
        series={series}
        marks={found.map(({ day, code }) => ({ day, label: t(`diagnoses.${code}`) }))}
        days={days}
        ticks={timeTicks(days)}
        format={(day) => {
          const years = yearsOf(day);
          return years === 0
            ? screen('dayZero')
            : screen(`history.axis.${side}`, {
                count: wording.number(Math.abs(years), years % 1 === 0 ? 0 : 2),
              });
        }}
        description={screen(`history.${side}.finding`, {
          measurements: measured.length,
          diagnoses: found.length,
        })}
      />
    </Figure>
  );
}
