/** Charts: they render on the server and know no domain word; each stands in a `Figure` with its numbers. */
export { type CalibrationBin, CalibrationPlot } from './calibration-plot.tsx';
export { DotArray } from './dot-array.tsx';
export { IntervalBar } from './interval-bar.tsx';
export { type ChartLine, LineChart } from './line-chart.tsx';
export { type ScatterGroup, ScatterPlot } from './scatter-plot.tsx';
export { Timeline, type TimelineMark, type TimelineSeries } from './timeline.tsx';
export { Waterfall, type WaterfallBar } from './waterfall.tsx';
