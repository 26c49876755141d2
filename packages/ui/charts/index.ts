/** Charts: they render on the server and know no domain word; each stands in a `Figure` with its numbers. */
export { BandChart, type BandLine } from './band-chart.tsx';
export { type CalibrationBin, CalibrationPlot } from './calibration-plot.tsx';
export { DecisionCurvePlot, type DecisionCurvePoint } from './decision-curve-plot.tsx';
export { DotArray } from './dot-array.tsx';
export { type EventMark, EventPlot, type PlottedEvent } from './event-plot.tsx';
export { GraphMap, type MapNode } from './graph-map.tsx';
export { IntervalBar } from './interval-bar.tsx';
export { IntervalRing, type Ring } from './interval-ring.tsx';
export { type ChartLine, LineChart } from './line-chart.tsx';
export { type MappedPlace, PlaceMap } from './place-map.tsx';
export { RangeChart, type RangePoint } from './range-chart.tsx';
export { type RankedBar, RankedBars } from './ranked-bars.tsx';
export { type ScatterGroup, ScatterPlot } from './scatter-plot.tsx';
export { Timeline, type TimelineMark, type TimelineSeries } from './timeline.tsx';
export { Waterfall, type WaterfallBar } from './waterfall.tsx';
