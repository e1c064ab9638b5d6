import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

interface Props {
  /** Read aloud instead of the picture; the numbers stand in a table beside it. */
  readonly label: string;
  readonly option: Readonly<Record<string, unknown>>;
}

/** A chart of what a table beside it says in numbers. Loaded only by the pages that have one. */
export function Chart({ label, option }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      ...option,
    });
    const sizes = new ResizeObserver(() => chart.resize());
    sizes.observe(place.current);
    return () => {
      sizes.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={place} role="img" aria-label={label} className="chart" />;
}
