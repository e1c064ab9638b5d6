import jsep from 'jsep';
import { Exact } from './exact.js';
import { LIMITS } from './scheme-schema.js';

/** A checked formula: nothing but numbers, names, four operations and three functions. */
export type Formula =
  | { readonly is: 'number'; readonly value: Exact }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'negative'; readonly of: Formula }
  | { readonly is: 'operation'; readonly sign: Sign; readonly left: Formula; readonly right: Formula }
  | { readonly is: 'call'; readonly call: Call; readonly of: readonly Formula[] };

export type Sign = '+' | '-' | '*' | '/';
export type Call = 'min' | 'max' | 'abs';

/** Why a text is not a formula; `at` is the 0-based character where that is known. */
export class NotAFormula extends Error {
  constructor(
    readonly reason: string,
    readonly at?: number,
  ) {
    super(reason);
  }
}

/** People write formulas with the signs of print; each stands for one character, so places in the text stay true. */
const PRINTED: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '−': '-',
  '－': '-',
  '＋': '+',
  '（': '(',
  '）': ')',
  '，': ',',
};
const NUMBER = /^\d{1,9}(\.\d{1,6})?$/;
const NAME = /^\p{L}[\p{L}\p{N}_]{0,63}$/u;
const ARGUMENTS: Readonly<Record<Call, readonly [number, number]>> = { min: [2, 8], max: [2, 8], abs: [1, 1] };

/**
 * Reads a formula such as `（年初预算 + 本年追加） ÷ 编制数 × 100`. jsep only builds the tree; every node is then
 * checked against the few kinds that are allowed, and is evaluated by this lib over exact decimals. There is no
 * power, no exponent in numbers, no member access, no string. Throws NotAFormula.
 */
export function parseFormula(text: string): Formula {
  if (text.length > LIMITS.formulaCharacters)
    throw new NotAFormula(`longer than ${LIMITS.formulaCharacters} characters`);
  let tree: jsep.Expression;
  try {
    tree = jsep(text.replace(/[×÷−－＋（），]/g, (sign) => PRINTED[sign] ?? sign));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { description, index } = error as Error & { description?: string; index?: number };
    throw new NotAFormula(description ?? error.message, index);
  }
  const left = { nodes: LIMITS.formulaNodes };
  return allowed(tree, 1, left);
}

function allowed(node: jsep.Expression, depth: number, left: { nodes: number }): Formula {
  left.nodes -= 1;
  if (left.nodes < 0) throw new NotAFormula(`more than ${LIMITS.formulaNodes} parts`);
  if (depth > LIMITS.formulaDepth) throw new NotAFormula(`nested deeper than ${LIMITS.formulaDepth}`);
  const inside = (child: unknown) => allowed(child as jsep.Expression, depth + 1, left);
  switch (node.type) {
    case 'Literal':
      if (!NUMBER.test(String(node.raw))) throw new NotAFormula(`not a plain number: ${String(node.raw).slice(0, 40)}`);
      return { is: 'number', value: new Exact(String(node.raw)) };
    case 'Identifier':
      if (!NAME.test(String(node.name))) throw new NotAFormula(`not a name: ${String(node.name).slice(0, 40)}`);
      return { is: 'name', name: String(node.name) };
    case 'UnaryExpression':
      if (node.operator !== '-') throw new NotAFormula(`operator not allowed: ${String(node.operator)}`);
      return { is: 'negative', of: inside(node.argument) };
    case 'BinaryExpression':
      if (!isSign(node.operator)) throw new NotAFormula(`operator not allowed: ${String(node.operator)}`);
      return { is: 'operation', sign: node.operator, left: inside(node.left), right: inside(node.right) };
    case 'CallExpression':
      return call(node, inside);
    default:
      throw new NotAFormula(`not allowed in a formula: ${node.type}`);
  }
}

function call(node: jsep.Expression, inside: (child: unknown) => Formula): Formula {
  const callee = node.callee as jsep.Expression;
  const name = callee.type === 'Identifier' ? callee.name : undefined;
  if (name !== 'min' && name !== 'max' && name !== 'abs') throw new NotAFormula('no such function (min, max, abs)');
  const given = node.arguments as readonly unknown[];
  const [least, most] = ARGUMENTS[name];
  if (given.length < least || given.length > most) throw new NotAFormula(`${name} takes ${least} to ${most} values`);
  return { is: 'call', call: name, of: given.map(inside) };
}

function isSign(operator: unknown): operator is Sign {
  return operator === '+' || operator === '-' || operator === '*' || operator === '/';
}

/** Visits a formula and everything in it. */
function visit(formula: Formula, see: (part: Formula) => void): void {
  see(formula);
  if (formula.is === 'negative') visit(formula.of, see);
  else if (formula.is === 'operation') for (const part of [formula.left, formula.right]) visit(part, see);
  else if (formula.is === 'call') for (const part of formula.of) visit(part, see);
}

/** The names a formula reads, each once, in the order they are written. */
export function namesIn(formula: Formula): readonly string[] {
  const found = new Set<string>();
  visit(formula, (part) => {
    if (part.is === 'name') found.add(part.name);
  });
  return [...found];
}

/** How many numbers, names and operations a formula is made of. */
export function partsOf(formula: Formula): number {
  let count = 0;
  visit(formula, () => {
    count += 1;
  });
  return count;
}
