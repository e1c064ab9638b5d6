import { SECTIONS, type SectionId } from '#libs/sheet';
import type { Found, Place } from './finding.js';
import type { Material } from './material.js';
import { once } from './once.js';

/** One section's words. */
export interface SectionText {
  readonly id: SectionId;
  readonly title: string;
  readonly text: string;
  /** The text with full-width signs in half width, one for one, so that positions stay. */
  readonly plain: string;
}

/** Most places one rule reports in one content; a text that breaks a rule more often is read anew after correction. */
export const MOST_PLACES = 100;

/** The sections that say something, in printing order. */
export const textsOf = once(({ sheet: { sections } }): readonly SectionText[] =>
  Object.entries(SECTIONS).flatMap(([id, title]) => {
    const text = Object.hasOwn(sections, id) ? sections[id]! : '';
    return text.trim() === '' ? [] : [{ id: id as SectionId, title, text, plain: halfWidth(text) }];
  }),
);

export function textOf(material: Pick<Material, 'sheet'>, section: SectionId): SectionText | undefined {
  return textsOf(material).find(({ id }) => id === section);
}

/** What one pattern finds in every section: at most `MOST_PLACES`. The pattern is global and bounded. */
export function search(
  material: Pick<Material, 'sheet'>,
  pattern: RegExp,
  tell: (match: RegExpExecArray, section: SectionText) => Found | null,
): readonly Found[] {
  const found: Found[] = [];
  for (const section of textsOf(material)) {
    for (const match of section.plain.matchAll(pattern)) {
      const told = tell(match, section);
      if (told) found.push(told);
      if (found.length === MOST_PLACES) return found;
    }
  }
  return found;
}

/** The place of a span inside a section. */
export function spanIn({ id }: SectionText, start: number, end: number): Place {
  return { pointer: `/sections/${id}`, start, end };
}

/** The place of what a pattern matched. */
export function placeOf(section: SectionText, { index, 0: words }: RegExpExecArray): Place {
  return spanIn(section, index, index + words.length);
}

/** Full-width digits, letters, points and per cents in half width, one for one, so that positions stay. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ．％－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Words from a report inside a message: short, on one line. */
export function quoted(words: string, most = 24): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return `“${line.length > most ? `${[...line.slice(0, most)].slice(0, -1).join('')}…` : line}”`;
}
