import type { Evaluation } from '../../api/evaluation-answers.js';
import { partsOf } from './fields.js';

type Findings = Evaluation['findings'];
type Returned = Evaluation['returned'];

/** The findings that are open and name this field among their places. */
export const openAt = (findings: Findings, path: string): Findings =>
  findings.filter((one) => one.open && one.at.some(({ pointer }) => pointer === path));

/** What a reviewer returned about this field and nobody has answered or set right. */
export const unansweredAt = (returned: Returned, path: string): Returned =>
  returned.filter((one) => one.path === path && one.answer === null && !one.fixed);

/** Ids of the figures that something is or was said of: they are shown even where they were not given. */
export const figuresNamed = (findings: Findings, returned: Returned): ReadonlySet<string> =>
  new Set(
    [...findings.flatMap(({ at }) => at.map(({ pointer }) => pointer)), ...returned.map(({ path }) => path)]
      .map(partsOf)
      .flatMap((place) => (place?.map === 'figures' ? [place.key] : [])),
  );
