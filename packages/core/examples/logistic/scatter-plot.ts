/** Two features of all samples as an SVG picture: class by colour and shape, training and test by filled and open. */
import type { Samples } from './learn.ts';

export interface ScatterPlot {
  /** Which features, from 0. */
  readonly across: number;
  readonly up: number;
  readonly train: Samples;
  readonly test: Samples;
}

const size = { width: 760, height: 520 };
const plot = { left: 64, right: 530, top: 56, bottom: 456 };
/** Each at least 3 : 1 on white, and told apart without red and green (Okabe and Ito 2008). */
const colours = ['#0072b2', '#c44e00'] as const;

export function scatterPlot({ across, up, train, test }: ScatterPlot): string {
  const x = axisOf([train, test], across, plot.left, plot.right);
  const y = axisOf([train, test], up, plot.bottom, plot.top);
  const points = [
    { samples: train, filled: true },
    { samples: test, filled: false },
  ].flatMap(({ samples, filled }) =>
    Array.from({ length: samples.rows }, (_, row) => {
      const at = (feature: number) => samples.values[row * samples.features + feature];
      return mark(x.place(at(across)), y.place(at(up)), samples.labels[row], filled);
    }),
  );
  const title = `Feature ${across + 1} and feature ${up + 1} of ${train.rows + test.rows} samples`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="14" fill="#1f2933">
<title id="title">${title}</title>
<desc id="description">Scatter plot. ${train.rows} samples to learn from are filled, ${test.rows} to test with are open. Class 0 are blue circles, class 1 orange triangles.</desc>
<rect width="${size.width}" height="${size.height}" fill="#ffffff"/>
<text x="${plot.left}" y="32" font-size="18" font-weight="600">${title}</text>
${grid(x, y)}
<text x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 44}" text-anchor="middle">feature ${across + 1}</text>
<text transform="translate(20 ${(plot.top + plot.bottom) / 2}) rotate(-90)" text-anchor="middle">feature ${up + 1}</text>
${points.join('\n')}
${legend(train, test)}
</svg>
`;
}

interface Axis {
  readonly ticks: readonly number[];
  place(value: number): number;
}

/** From one whole number to another, around all values. */
function axisOf(tables: readonly Samples[], feature: number, from: number, to: number): Axis {
  const values = tables.flatMap(({ values, features }) =>
    [...values].filter((_, index) => index % features === feature),
  );
  const low = Math.floor(Math.min(...values));
  const high = Math.ceil(Math.max(...values));
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, tick) => low + tick),
    place: (value) => from + ((value - low) / (high - low)) * (to - from),
  };
}

function grid(x: Axis, y: Axis): string {
  const lines = [
    ...x.ticks.map((tick) => {
      const at = round(x.place(tick));
      return `<path d="M${at} ${plot.top}V${plot.bottom}"/>`;
    }),
    ...y.ticks.map((tick) => {
      const at = round(y.place(tick));
      return `<path d="M${plot.left} ${at}H${plot.right}"/>`;
    }),
  ];
  const labels = [
    ...x.ticks.map(
      (tick) => `<text x="${round(x.place(tick))}" y="${plot.bottom + 20}">${signed(tick)}</text>`,
    ),
    ...y.ticks.map(
      (tick) => `<text x="${plot.left - 16}" y="${round(y.place(tick)) + 5}">${signed(tick)}</text>`,
    ),
  ];
  return `<g stroke="#d5dbe1">${lines.join('')}</g>\n<g text-anchor="middle" fill="#4a5661">${labels.join('')}</g>`;
}

/** With a real minus. */
function signed(tick: number): string {
  return String(tick).replace('-', '−');
}

function mark(x: number, y: number, label: number, filled: boolean): string {
  const colour = colours[label === 1 ? 1 : 0];
  const [cx, cy] = [round(x), round(y)];
  const paint = filled
    ? `fill="${colour}" stroke="#ffffff" stroke-width="1"`
    : `fill="#ffffff" stroke="${colour}" stroke-width="2.5"`;
  return label === 1
    ? `<path d="M${cx} ${round(y - 7)}l6.5 11.5h-13z" ${paint}/>`
    : `<circle cx="${cx}" cy="${cy}" r="5.5" ${paint}/>`;
}

function legend(train: Samples, test: Samples): string {
  const left = plot.right + 28;
  const entries = [train, test].flatMap((samples, index) =>
    [0, 1].map((label) => ({
      label,
      filled: index === 0,
      text: `class ${label}, ${index === 0 ? 'training' : 'test'} (${samples.labels.filter((own) => own === label).length})`,
    })),
  );
  return entries
    .map(({ label, filled, text }, index) => {
      const y = plot.top + 16 + index * 28;
      return `${mark(left, y, label, filled)}<text x="${left + 16}" y="${y + 5}">${text}</text>`;
    })
    .join('\n');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
