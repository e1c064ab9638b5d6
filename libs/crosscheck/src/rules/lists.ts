import { childrenOf, FIGURES, type Split, subtract } from '#libs/sheet';
import { amount, type Given, given, inEnglish, ownChildren, placesOf, read, shown } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import { once } from '../once.js';
import type { Rule } from '../rule.js';
import { disagreement, judged, mildly, TOLERANCE, total } from './equation.js';
import { EQUATIONS } from './totals.js';

/** Totals that another rule adds up, with other words; income is listed by its sources (A11). */
const ELSEWHERE = new Set([...EQUATIONS.map((equation) => equation.total), 'ADJ.TOTAL', 'INC.TOTAL']);
/** Of the public cost the 基础数据表 prints only these rows, after 其中. */
const PRINTED_OF_PUBLIC_COST = /^(?:EXP\.BASIC\.GOODS|BUD\.BASIC\.PUBLIC)\.302(?:01|05|06|11|15|16)$/;

const listsOf = once(() => new Map<string, readonly Given[]>());

/** The catalogue's items below a total in one split. A functional class (208) stands for its own items (2080109). */
export function listedBelow(material: Material, whole: Pick<Given, 'id' | 'unit'>, by: Split): readonly Given[] {
  const known = listsOf(material);
  const name = `${by} ${whole.id} ${whole.unit}`;
  const items = known.get(name) ?? listItems(material, whole, by);
  known.set(name, items);
  return items;
}

function listItems(material: Material, whole: Pick<Given, 'id' | 'unit'>, by: Split): readonly Given[] {
  const same = childrenOf(whole.id, by).flatMap((id) => {
    const item = given(material, id);
    return item?.unit === whole.unit ? [item] : [];
  });
  if (same.length < 2) return same;
  return same.filter(({ id }) => !same.some((other) => other.id !== id && id.startsWith(other.id)));
}

/** What the unit itself lists below a total, in the total's unit of measure. */
function ownBelow(material: Material, whole: Given): readonly Given[] {
  return ownChildren(material, whole.id).filter(({ unit }) => unit === whole.unit);
}

/** What may be meant as the list of a total: the catalogue's items, the unit's own (its projects, say), or both. */
export function listsBelow(material: Material, whole: Given): readonly (readonly Given[])[] {
  const [listed, own] = [listedBelow(material, whole, 'nature'), ownBelow(material, whole)];
  if (listed.length === 0 || own.length === 0) return [[...listed, ...own]].filter(({ length }) => length > 0);
  return [listed, own, [...listed, ...own]];
}

/** One item of a list says nothing: it is an example (其中). Two and more claim to be the list. */
function claimsToBeComplete(whole: Given, lists: readonly (readonly Given[])[]): boolean {
  if (FIGURES[whole.id]?.complete !== true || ELSEWHERE.has(whole.id)) return false;
  const items = lists.flat();
  return lists.some(({ length }) => length > 1) && !items.every(({ id }) => PRINTED_OF_PUBLIC_COST.test(id));
}

/** A05 for all totals without a rule of their own. */
export const COMPLETE_LISTS: Rule = {
  id: 'A05',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '各级合计 = 明细之和', en: 'Every total = the sum of its items' },
  find: (material) =>
    Object.keys(material.sheet.figures).flatMap((id) => {
      const whole = FIGURES[id]?.complete ? given(material, id) : null;
      const lists = whole ? listsBelow(material, whole) : [];
      return whole && claimsToBeComplete(whole, lists) ? disagreement(whole, ...lists) : [];
    }),
};

const SPLITS: readonly Split[] = ['nature', 'purpose', 'personnel', 'source'];
/** Kinds of people overlap, and are never summed. What an adjustment is made of is A09's. */
const NOT_WITHIN = new Set(['STAFF.ON_POST', 'ADJ.TOTAL']);

/** The lists that are only a part of a total: no other rule holds the total equal to them. */
function partsOnly(material: Material, whole: Given): readonly (readonly Given[])[] {
  const own = ownBelow(material, whole);
  if (NOT_WITHIN.has(whole.id) || (own.length === 0 && childrenOf(whole.id).length === 0)) return [];
  const equations = EQUATIONS.filter((equation) => equation.total === whole.id);
  const equal =
    claimsToBeComplete(whole, listsBelow(material, whole)) || equations.some((one) => judged(material, one));
  const lists = SPLITS.map((by) => ({ by, parts: listedBelow(material, whole, by) }));
  return [...lists, { by: 'nature', parts: own }].flatMap(({ by, parts }) => {
    const held = (by === 'nature' && equal) || (by === 'source' && parts.length > 1);
    return held || parts.length === 0 ? [] : [parts];
  });
}

/** A06: what is part of a figure is not more than it. */
export const LISTS_WITHIN: Rule = {
  id: 'A06',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '“其中”各项之和不大于合计', en: 'What is told as part of a figure does not exceed it' },
  find: (material) =>
    Object.keys(material.sheet.figures).flatMap((id) => {
      const whole = given(material, id);
      return whole ? partsOnly(material, whole).flatMap((parts) => exceeding(whole, parts)) : [];
    }),
};

function exceeding(whole: Given, parts: readonly Given[]): readonly Found[] {
  const over = subtract(total(parts), whole.value);
  if (over.lte(TOLERANCE)) return [];
  const worked = `${parts.map(shown).join(' + ')} = ${amount(total(parts), whole.unit)} > ${shown(whole)}`;
  return [
    {
      message: {
        zh: `${worked}，多 ${amount(over, whole.unit)} ${whole.unit}`,
        en: `${worked}: ${amount(over, whole.unit)} too much (${inEnglish(whole.unit)})`,
      },
      figures: read(whole, ...parts),
      at: placesOf(...parts, whole),
      ...mildly(over, parts.length),
    },
  ];
}
