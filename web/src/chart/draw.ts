import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Drawing, shareColours } from './model.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** A chart in an element; drawn anew as often as `draw` is called, in the colours that hold then. */
export function chartIn(element: HTMLElement): { draw: (drawing: Drawing) => void; resize: () => void; dispose: () => void } {
  const chart: ECharts = init(element, null, { renderer: 'svg' });
  return {
    draw: (drawing) => chart.setOption(optionOf(drawing, getComputedStyle(element)), { notMerge: true }),
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}

function optionOf({ categories, series, unit }: Drawing, style: CSSStyleDeclaration) {
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const text = { color: colour('--ink-2'), fontFamily: style.fontFamily, fontSize: 12 };
  return {
    animation: false,
    // Decals beside colours: nothing is told by colour alone.
    aria: { enabled: true, decal: { show: series.filter(({ draw }) => draw === 'bar').length > 1 } },
    grid: { left: 8, right: 16, top: 56, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { type: 'scroll', top: 0, left: 0, itemWidth: 18, itemHeight: 10, textStyle: text },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colour('--sheet'),
      borderColor: colour('--line-strong'),
      textStyle: text,
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value.toLocaleString('en-US')} ${unit}` : '--'),
    },
    xAxis: {
      type: 'category',
      data: [...categories],
      axisLabel: { ...text, hideOverlap: true },
      axisLine: { lineStyle: { color: colour('--line-strong') } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      name: unit,
      nameTextStyle: { ...text, align: 'left' },
      nameGap: 10,
      axisLabel: text,
      splitLine: { lineStyle: { color: colour('--line') } },
    },
    series: series.map(({ name, draw, stack, colour: index, dashed, values }) => ({
      name,
      type: draw,
      ...(stack === undefined ? {} : { stack }),
      data: values.map((value) => value ?? null),
      itemStyle: { color: colour(shareColours[index % shareColours.length] ?? '--share-a') },
      ...(draw === 'bar' ? { barMaxWidth: 36 } : { symbolSize: 6, lineStyle: { width: 2, type: dashed ? 'dashed' : 'solid' } }),
    })),
  };
}
