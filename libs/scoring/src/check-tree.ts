import { type Exact, HUNDRED, plain, sure, ZERO } from './exact.js';
import type { Faults } from './faults.js';
import type { Formula } from './formula.js';
import { boundsOf, judgesNumber } from './rules.js';
import type { ReadLeaf } from './scheme.js';
import { type Branch, isLeaf, type Leaf, type Level, type Rule, type SchemeFile } from './scheme-file.js';

type Read = (formula: string, pointer: string) => Formula | undefined;

/** Levels an indicator tree may have (一级, 二级, 三级). */
const LEVELS = 3;

/** Reads the indicators: points add up on every level and to 100, ids are unique, rules fit their points. */
export function readLeaves(file: SchemeFile, faults: Faults, read: Read): readonly ReadLeaf[] {
  const leaves: ReadLeaf[] = [];
  const ids = new Set<string>();
  const visit = (node: Branch | Leaf, pointer: string, above: readonly string[]): void => {
    const path = [...above, node.name];
    if (ids.has(node.id)) faults.add('scheme.repeated-id', `${pointer}/id`, { id: node.id });
    ids.add(node.id);
    if (path.length > LEVELS) faults.add('scheme.too-many-levels', pointer, { limit: LEVELS });
    if (isLeaf(node)) {
      checkRule(node.rule, sure(node.points), `${pointer}/rule`, faults);
      const formula = readFormula(node, pointer, faults, read);
      leaves.push({ leaf: node, path, ...(formula && { formula }) });
      return;
    }
    addUp(node.children, sure(node.points), `${pointer}/points`, faults);
    for (const [index, child] of node.children.entries()) visit(child, `${pointer}/children/${index}`, path);
  };
  addUp(file.tree, HUNDRED, '/tree', faults);
  for (const [index, node] of file.tree.entries()) visit(node, `/tree/${index}`, []);
  return leaves;
}

function readFormula(leaf: Leaf, pointer: string, faults: Faults, read: Read): Formula | undefined {
  if (judgesNumber(leaf.rule) === (leaf.formula !== undefined)) {
    return leaf.formula === undefined ? undefined : read(leaf.formula, `${pointer}/formula`);
  }
  const code = leaf.formula === undefined ? 'scheme.formula-needed' : 'scheme.formula-unused';
  faults.add(code, leaf.formula === undefined ? pointer : `${pointer}/formula`, { rule: leaf.rule.kind });
  return undefined;
}

function addUp(parts: readonly { readonly points: string }[], whole: Exact, pointer: string, faults: Faults): void {
  const sum = parts.reduce((total, { points }) => total.plus(sure(points)), ZERO);
  if (!sum.eq(whole)) faults.add('scheme.points-do-not-add-up', pointer, { sum: plain(sum), expected: plain(whole) });
}

function checkRule(rule: Rule, max: Exact, pointer: string, faults: Faults): void {
  if (rule.kind === 'bands') {
    for (const [index, band] of rule.bands.entries()) {
      const here = `${pointer}/bands/${index}`;
      if (sure(band.points).gt(max)) faults.add('scheme.more-than-points', `${here}/points`, { points: plain(max) });
      const last = index === rule.bands.length - 1;
      if (last !== (boundsOf(band) === ''))
        faults.add(last ? 'scheme.bands-leave-gap' : 'scheme.band-without-bounds', here);
    }
  }
  if (rule.kind === 'checklist') {
    if (rule.style === 'earn') addUp(rule.items, max, pointer, faults);
    unique(rule.items, `${pointer}/items`, faults);
    if (rule.style === 'earn' && rule.items.some(({ points }) => sure(points).isZero())) {
      faults.add('scheme.points-of-zero', `${pointer}/items`);
    }
  }
  if (rule.kind === 'qualitative' || rule.kind === 'rows') checkLevels(rule.levels, `${pointer}/levels`, faults);
}

function checkLevels(levels: readonly Level[], pointer: string, faults: Faults): void {
  unique(levels, pointer, faults);
  for (const [index, { from }] of levels.entries()) {
    const better = index === 0 ? undefined : levels[index - 1]!.from;
    if (sure(from).gt(HUNDRED)) faults.add('scheme.more-than-points', `${pointer}/${index}/from`, { points: '100' });
    if (better !== undefined && !sure(from).lt(sure(better)))
      faults.add('scheme.not-descending', `${pointer}/${index}/from`);
  }
  if (!sure(levels.at(-1)!.from).isZero()) faults.add('scheme.bands-leave-gap', `${pointer}/${levels.length - 1}/from`);
}

function unique(items: readonly { readonly id: string }[], pointer: string, faults: Faults): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) faults.add('scheme.repeated-id', `${pointer}/${index}/id`, { id });
    seen.add(id);
  }
}
