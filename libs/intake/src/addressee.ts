import { headOf, isProject } from './head.js';
import { normalise } from './normalise.js';
import { UNIT_ENDING } from './words.js';

/** An evaluation that a report may be about. */
export interface Addressee {
  readonly evaluationId: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** The name of the project; null: the unit as a whole. */
  readonly project: string | null;
}

/** Why a report is about none that can be told: nobody is named, several are, name and text differ, or no such report is due. */
export const WHY_UNMATCHED = ['nobody-named', 'several-named', 'name-and-text-differ', 'none-of-that-kind'] as const;
export type WhyUnmatched = (typeof WHY_UNMATCHED)[number];

export type Matched = { readonly to: Addressee } | { readonly why: WhyUnmatched };

/**
 * Whose report a file is: by a unit's code or whole name in the name of the file, else by the unit the text itself names; of
 * several reports of a unit, by the project's name. Never guesses: what is not told by one of them alone is matched to none.
 */
export function addresseeOf(file: { name: string; text: string }, all: readonly Addressee[]): Matched {
  const { text } = normalise(file.text);
  const named = unitsNamedBy(file.name, all);
  const { unitName } = headOf(text);
  const told = new Set(unitName === undefined ? [] : codesOf(all, (one) => bare(one.unitName) === bare(unitName)));
  if (named.size > 1) return { why: 'several-named' };
  const [code] = named.size === 1 ? named : told;
  if (code === undefined) return { why: 'nobody-named' };
  if (told.size > 0 && !told.has(code)) return { why: 'name-and-text-differ' };
  return reportOf(
    all.filter(({ unitCode }) => unitCode === code),
    file.name,
    text,
  );
}

/** The one report of the unit that this is: the project that is named, or the unit as a whole. */
function reportOf(reports: readonly Addressee[], name: string, text: string): Matched {
  const projects = reports.filter(({ project }) => project !== null);
  const inName = longest(projects, ({ project }) => bare(name).includes(bare(project!)));
  const inText = longest(projects, ({ project }) => bare(text.slice(0, 1_000)).includes(bare(project!)));
  const named = inName.length > 0 ? inName : isProject(text) || /项目/.test(name) ? inText : [];
  if (named.length > 1) return { why: 'several-named' };
  if (named[0]) return { to: named[0] };
  const whole = reports.find(({ project }) => project === null);
  return whole && !isProject(text) ? { to: whole } : { why: 'none-of-that-kind' };
}

/** Those that hold, without those whose project is named only as a part of another's. */
function longest(projects: readonly Addressee[], holds: (one: Addressee) => boolean): readonly Addressee[] {
  const named = projects.filter((one) => bare(one.project!) !== '' && holds(one));
  const within = (one: Addressee, other: Addressee) =>
    one !== other && bare(other.project!).includes(bare(one.project!));
  return named.filter((one) => !named.some((other) => within(one, other)));
}

/** Shorter names stand by chance in other words (`中心`). */
const LEAST_OF_A_NAME = 4;

function unitsNamedBy(fileName: string, all: readonly Addressee[]): ReadonlySet<string> {
  const whole = fileName.normalize('NFKC');
  const stem = marked(fileName.replace(/\.[^.]*$/, ''));
  const byCode = codesOf(all, ({ unitCode }) => standsAlone(unitCode, whole));
  const named = all.filter(
    ({ unitName }) => bare(unitName).length >= LEAST_OF_A_NAME && namesUnit(stem, marked(unitName)),
  );
  const byName = named.filter(
    (one) =>
      !named.some((other) => other.unitCode !== one.unitCode && bare(other.unitName).includes(bare(one.unitName))),
  );
  return new Set([...byCode, ...byName.map(({ unitCode }) => unitCode)]);
}

function codesOf(all: readonly Addressee[], holds: (one: Addressee) => boolean): string[] {
  return all.filter(holds).map(({ unitCode }) => unitCode);
}

/** Whether the code stands in the text and is no part of a longer number or word. */
function standsAlone(code: string, text: string): boolean {
  for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + 1))
    if (!/[0-9A-Za-z]$/.test(text.slice(0, at)) && !/^[0-9A-Za-z]/.test(text.slice(at + code.length))) return true;
  return false;
}

/** What comes after the name of a unit in the name of a report. */
const AFTER = /\||\d|部门|单位|整体|项目|支出|预算|财政|绩效|自评|评价|报告|基础数据/;

/** Whether the name stands in the text and does not go on into that of a unit below (`农业农村局` in `农业农村局农技站`). */
function namesUnit(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0) return false;
  const rest = text.slice(at + name.length);
  const end = rest.search(AFTER);
  return !UNIT_ENDING.test(end < 0 ? rest : rest.slice(0, end));
}

/** In one way of writing, without spaces, with one mark for every other. */
function marked(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[\p{P}\p{S}]+/gu, '|');
}

/** Without marks, too. */
function bare(text: string): string {
  return marked(text).replaceAll('|', '');
}
