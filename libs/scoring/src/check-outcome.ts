import { HUNDRED, sure } from './exact.js';
import type { Faults } from './faults.js';
import type { SchemeFile } from './scheme-file.js';

/** Checks what happens to the total: grades cover 0 to 100 best first, caps rise, years and deviation make sense. */
export function checkOutcome(file: SchemeFile, faults: Faults): void {
  const { grades, caps, deviation, years } = file;
  for (const [index, { atLeast }] of grades.entries()) {
    const better = grades[index - 1];
    if (better && !sure(atLeast).lt(sure(better.atLeast)))
      faults.add('scheme.not-descending', `/grades/${index}/atLeast`);
  }
  if (!sure(grades.at(-1)!.atLeast).isZero())
    faults.add('scheme.bands-leave-gap', `/grades/${grades.length - 1}/atLeast`);
  for (const [index, { below, atMost }] of (caps?.bands ?? []).entries()) {
    const lower = caps?.bands[index - 1];
    if (sure(atMost).gt(HUNDRED))
      faults.add('scheme.more-than-points', `/caps/bands/${index}/atMost`, { points: '100' });
    if (lower && !(sure(below).gt(sure(lower.below)) && sure(atMost).gte(sure(lower.atMost)))) {
      faults.add('scheme.not-ascending', `/caps/bands/${index}`);
    }
  }
  if (years.to !== undefined && years.to < years.from) faults.add('scheme.not-ascending', '/years/to');
  if ((deviation?.effect === 'deduct') !== (deviation?.deduct !== undefined)) {
    faults.add('scheme.shape', '/deviation', { reason: '`deduct` belongs to the effect `deduct`, and only there' });
  }
}
