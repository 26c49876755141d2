/** Training and test rows of a run as points of the two components in which they differ most. */
import { Figure, ScatterPlot } from '@praxis/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { findingOf, mainFeatures, pointsOf } from './projection-finding.ts';
import type { RunProjection } from './view.ts';

const parts = ['train', 'test'] as const;
const labels = [0, 1] as const;

export function ProjectionFigure({
  projection,
  vertical,
  file,
}: {
  projection: RunProjection;
  vertical: string;
  /** Name of downloaded files, without ending. */
  file: string;
}) {
  const words = useTranslations('training.projection');
  const curve = useTranslations('training.curve');
  const format = useFormatter();
  const axis = useAxisTitle(vertical);
  const { inside, region, rows, points, components, fold } = projection;
  const percent = (share: number) => format.number(share, 'percent');
  const title = words(findingOf(projection), { share: percent(inside.value), holds: percent(region.holds) });
  const shown = (part: 'train' | 'test') => points.filter((point) => point.part === part).length;
  return (
    <Figure
      title={title}
      note={words('note', {
        fold,
        shownTrain: format.number(shown('train')),
        train: format.number(rows.train),
        shownTest: format.number(shown('test')),
        test: format.number(rows.test),
        lower: percent(inside.lower),
        upper: percent(inside.upper),
      })}
      file={file}
      table={{
        columns: [words('point'), words('part'), words('event'), words('first'), words('second')],
        rows: points.map(({ part, label, first, second }, at) => [
          at + 1,
          words(`parts.${part}`),
          words(`events.${label}`),
          first,
          second,
        ]),
      }}
      words={{ numbers: curve('numbers') }}
    >
      <ScatterPlot
        groups={parts.flatMap((part) =>
          labels.map((label) => ({
            id: `${part}-${label}`,
            label: words('group', { part: words(`parts.${part}`), event: words(`labels.${label}`) }),
            tone: label === 1 ? ('main' as const) : ('context' as const),
            filled: part === 'train',
            points: pointsOf(projection, part, label),
          })),
        )}
        region={{
          x: region.first,
          y: region.second,
          label: words('region', { holds: percent(region.holds) }),
        }}
        description={title}
        words={{ x: axis(1, components[0]), y: axis(2, components[1]) }}
        format={(value) => format.number(value)}
      />
    </Figure>
  );
}

/** The title of an axis, in lines: how much it tells, and what it mostly is. */
function useAxisTitle(vertical: string) {
  const words = useTranslations('training.projection');
  const all = useTranslations();
  const format = useFormatter();
  /** As the vertical calls the feature, in short where it does. */
  const nameOf = (feature: string): string => {
    const known = ['short', 'label'].map((form) => `${vertical}.features.${feature}.${form}`);
    const key = known.find((key) => all.has(key));
    return key === undefined ? feature : all(key);
  };
  return (number: number, component: RunProjection['components'][number]): readonly string[] => [
    words('component', { number, variance: format.number(component.variance, 'percent') }),
    // A line each: names may be long, and a picture does not wrap.
    ...mainFeatures(component).map(({ name, direction }, at) => {
      const named = nameOf(name);
      const feature =
        direction === null ? named : words(direction > 0 ? 'higher' : 'lower', { feature: named });
      return words(at === 0 ? 'mostly' : 'also', { feature });
    }),
  ];
}
