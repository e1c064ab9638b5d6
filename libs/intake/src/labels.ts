import { FIGURES } from '#libs/sheet';
import { NEUTRAL, QUALIFIERS } from './words.js';

/** What a label may mean: figures of the catalogue that are worded so, and the areas its other words speak of. */
export interface Meaning {
  readonly ids: readonly string[];
  readonly areas: readonly string[];
}

/** The words of a unit's own name, which before a label say nothing. */
export interface Names {
  readonly unitName: string | undefined;
  readonly year: string | undefined;
  /** The report is on one project, whose own name before a label says nothing. */
  readonly project?: boolean;
}

const LONGEST = 30;
/** A name of the unit that its title does not use, before what only a unit has. */
const OTHER_NAME = /^\p{sc=Han}{2,16}(?:局|委|办公室|中心|所|站|院|馆|校)(?=(?:现|共|核定|实有|总共))/u;
const ALIASES = aliases();

function aliases(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [id, { label, aliases: others }] of Object.entries(FIGURES)) {
    for (const word of new Set([plain(label), ...others])) {
      for (const form of new Set([word, `${word}支出`])) {
        const known = index.get(form) ?? [];
        if ((form === word || (/[费贴金用]$/.test(word) && !/^(?:BUD|FULL)\./.test(id))) && !known.includes(id))
          index.set(form, [...known, id]);
      }
    }
  }
  return index;
}

/** The catalogue's labels print brackets; the reader's text has none inside words. */
function plain(label: string): string {
  return label.replace(/（(?:预算|支出|借入)）/, '').replace(/[（）]/g, '');
}

/**
 * The figures a label names: the longest wording of the catalogue at its end, when everything before it is neutral and
 * what follows it only names a column. Nothing when another word is left over: `劳模慰问费` is not read as any 费.
 */
export function meaningOf(label: string, names: Names): Meaning | undefined {
  const text = sameYear(label, names.year).slice(-80);
  return ending(text, names, []) ?? qualified(text, names) ?? ofProject(text, names);
}

/** `校舍维修专项年初预算` in a report on that project. */
function ofProject(text: string, names: Names): Meaning | undefined {
  const own = names.project ? /^.{2,40}?(?:项目|专项|资金|经费|补助|工程)(?=.{2})/.exec(text)?.[0] : undefined;
  return own === undefined ? undefined : ending(text.slice(own.length), names, []);
}

function qualified(text: string, names: Names): Meaning | undefined {
  let rest = text;
  const areas: string[] = [];
  for (let step = 0; step < 3; step++) {
    const word = longestOf(QUALIFIERS, (candidate) => rest.endsWith(candidate) && rest.length > candidate.length);
    if (word === undefined) return undefined;
    const area = QUALIFIERS.get(word);
    if (area) areas.push(area);
    rest = rest.slice(0, -word.length);
    const meaning = ending(rest, names, areas);
    if (meaning) return meaning;
  }
  return undefined;
}

function ending(text: string, names: Names, areas: readonly string[]): Meaning | undefined {
  for (let length = Math.min(LONGEST, text.length); length >= 1; length--) {
    const ids = ALIASES.get(text.slice(-length));
    if (!ids) continue;
    const before = neutralAreas(text.slice(0, text.length - length), names);
    const all = [...areas, ...(before ?? [])];
    const fitting = ids.filter((id) => all.every((area) => fits(area, id)));
    if (before && fitting.length > 0) return { ids: fitting, areas: all };
  }
  return undefined;
}

/** Whether a figure can be meant beside a word of an area: `年初…收入` is no income, `养老保险…收入` is a fund's. */
function fits(area: string, id: string): boolean {
  const own = id.split('.', 1)[0]!;
  if (area === 'BUD') return ['BUD', 'FULL', 'PROC', 'PROJECT', 'BUILD', 'STAFF'].includes(own);
  return area === 'FUND' ? own === 'FUND' : area === own || (area === 'EXP' && own !== 'BUD' && own !== 'FULL');
}

/** The areas that neutral words speak of; undefined when a word is not neutral. */
function neutralAreas(text: string, { unitName }: Names): readonly string[] | undefined {
  const areas: string[] = [];
  let rest = text.replace(OTHER_NAME, '');
  while (rest) {
    const word = longestOf(NEUTRAL, (candidate) => rest.startsWith(candidate));
    const own = ownName(rest, unitName);
    const taken = Math.max(word?.length ?? 0, own);
    if (taken === 0) return undefined;
    const area = taken === word?.length ? NEUTRAL.get(word) : undefined;
    if (area) areas.push(area);
    rest = rest.slice(taken);
  }
  return areas;
}

/** How many characters the text begins with of the unit's name, or of its end (`工伤保险服务中心` of a county's). */
function ownName(text: string, unitName: string | undefined): number {
  if (!unitName) return 0;
  for (let from = 0; from <= unitName.length - 2; from++) {
    if (text.startsWith(unitName.slice(from))) return unitName.length - from;
  }
  return 0;
}

function longestOf(words: ReadonlyMap<string, unknown>, fits: (word: string) => boolean): string | undefined {
  let longest: string | undefined;
  for (const word of words.keys()) if (word.length > (longest?.length ?? 0) && fits(word)) longest = word;
  return longest;
}

/** `2021年末` in a report on 2021 is `年末`, `2021年度` says nothing, and `2020年` is `上年`. Others are left. */
function sameYear(label: string, year: string | undefined): string {
  return label
    .replace(/\d{1,2}月\d{1,2}日|\d{1,2}月底?/g, '')
    .replace(/(20\d\d)年?(度|末|底|初)?/g, (all, found: string, part: string | undefined) => {
      const edge = part === '末' || part === '底' ? '年末' : part === '初' ? '年初' : '';
      if (found === year) return edge;
      return Number(found) === Number(year) - 1 ? `上年${edge}` : all;
    })
    .replace(/上一?年度|去年/g, '上年');
}
