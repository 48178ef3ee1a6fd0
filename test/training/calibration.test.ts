import { expect, it } from 'vitest';
import { areaUnderCurve, type Judged, reliabilityOf, reliabilityTable } from '../../training/calibration.ts';
import { reliabilityPlot } from '../../training/reliability-plot.ts';

const said = (sure: number, yes: boolean, weight = 1): Judged => ({ sure, yes, weight });

it('puts what was said beside how often it was true', () => {
  const curve = reliabilityOf([said(0.62, true, 3), said(0.66, false), said(1, true)]);
  expect(curve).toHaveLength(10);
  expect(curve[6]).toEqual({ from: 0.6, to: 0.7, count: 2, said: 0.63, true: 0.75 });
  expect(curve[9]).toMatchObject({ count: 1, said: 1, true: 1 });
  expect(reliabilityTable(curve)[2]).toBe('| 0.0–0.1 | 0 | – | – |');
});

it('gives 1 to a perfect order, 0 to the opposite, and half to ties', () => {
  expect(areaUnderCurve([said(0.9, true), said(0.1, false)])).toBe(1);
  expect(areaUnderCurve([said(0.1, true), said(0.9, false)])).toBe(0);
  expect(areaUnderCurve([said(0.5, true), said(0.5, false)])).toBe(0.5);
  // Of the four pairs three are in order.
  expect(areaUnderCurve([said(0.1, false), said(0.2, true), said(0.3, false), said(0.4, true)])).toBe(0.75);
});

it('draws a dot for each bin that holds something', () => {
  const plot = reliabilityPlot(reliabilityOf([said(0.2, false), said(0.8, true)]));
  expect(plot.match(/<circle/g)).toHaveLength(2);
});
