import { hash } from 'node:crypto';
import type { Finding, Found, Severity } from './finding.js';
import type { Material } from './material.js';
import type { Occasion, Rule } from './rule.js';
import { RULES } from './rules/rules.js';

const GRAVITY: readonly Severity[] = ['BLOCK', 'ERROR', 'WARN', 'INFO'];

/** What the rules of these occasions find, the gravest first, then in the order of the rules. */
export function check(material: Material, occasions: readonly Occasion[]): readonly Finding[] {
  return RULES.filter(({ runs }) => occasions.includes(runs))
    .flatMap((rule) => rule.find(material).map((found) => finding(rule, found)))
    .sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
}

function finding({ id, severity, title }: Rule, found: Found): Finding {
  const { message, figures = [], at } = found;
  const print = hash('sha256', JSON.stringify([found.key ?? message.zh, at])).slice(0, 8);
  return { id: `${id}-${print}`, rule: id, severity: found.severity ?? severity, title, message, figures, at };
}
