export { check } from './check.js';
export type { Finding, Place, ReadFigure, Severity } from './finding.js';
export type { Demands, Material, OtherReport, Process, ScoreOfScheme, TableId } from './material.js';
export type { Occasion, Rule } from './rule.js';
export { RULES } from './rules/rules.js';
