import { format, percent } from '#libs/sheet';
import { given, placesOf, read, shown } from '../figures.js';
import type { Found, Severity } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';

/** A rate that wants words above a limit, in per cent. */
interface Limit {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Rule['title'];
  readonly part: string;
  readonly base: string;
  readonly above: string;
  readonly says: Rule['title'];
}

const LIMITS: readonly Limit[] = [
  {
    id: 'R04',
    severity: 'WARN',
    title: { zh: '预算控制率超过 30 % 须说明', en: 'An adjustment above 30 % is explained' },
    part: 'ADJ.TOTAL',
    base: 'BUD.TOTAL',
    above: '30',
    says: { zh: '超过 30%，请说明原因', en: 'above 30 %, say why' },
  },
  {
    id: 'R05',
    severity: 'ERROR',
    title: { zh: '公用经费控制率不超过 100 %', en: 'Public cost stays within its budget' },
    part: 'EXP.BASIC.GOODS',
    base: 'BUD.BASIC.PUBLIC',
    above: '100',
    says: { zh: '超过预算，请说明原因', en: 'above the budget, say why' },
  },
  {
    id: 'R06',
    severity: 'ERROR',
    title: { zh: '三公经费控制率不超过 100 %', en: 'The three public expenses stay within their budget' },
    part: 'EXP.SANGONG',
    base: 'BUD.SANGONG',
    above: '100',
    says: { zh: '超过预算，请说明原因', en: 'above the budget, say why' },
  },
];

/** R04–R06. */
export const WITHIN_LIMITS: readonly Rule[] = LIMITS.map((limit) => ({
  id: limit.id,
  severity: limit.severity,
  runs: 'save',
  title: limit.title,
  find: (material) => beyond(material, limit),
}));

/** A base of 0 is R13's, and no rate. */
function beyond(material: Material, { part: id, base: of, above, says }: Limit): readonly Found[] {
  const [part, base] = [given(material, id), given(material, of)];
  const rate = part && base && percent(part.value, base.value);
  if (!part || !base || !rate?.gt(above)) return [];
  const worked = `${shown(part)} ÷ ${shown(base)} = ${format(rate)}%`;
  return [
    {
      message: { zh: `${worked}，${says.zh}`, en: `${worked}: ${says.en}` },
      figures: read(part, base),
      at: placesOf(part, base),
    },
  ];
}
